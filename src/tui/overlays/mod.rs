//! What lies over a screen: the input line, the keys, a question.
