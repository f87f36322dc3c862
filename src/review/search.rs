//! Narrowing down the delegations while somebody types, for pickers.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Code, Delegation, Review, names};

/// How well a delegation fits what is typed; the greater comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Somewhere in a name, scored by where: at its beginning best, at the beginning of a word next.
    Part(u32),
    /// It is a name.
    Name,
    /// It is the code.
    Code,
}

impl Review {
    /// Who may be meant by what is typed so far, likeliest first: the code, a whole name, the beginning of a name or of a word, any part
    /// of a name; several words in any order. Where nothing fits, what has the letters in this order. All for nothing typed.
    pub fn search(&self, typed: &str) -> Vec<Code> {
        let wanted = names::fold(typed);
        if wanted.is_empty() {
            return self.delegations.iter().map(|delegation| delegation.code).collect();
        }
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        let mut matcher = Matcher::new(config);
        let mut hits = |kind| {
            let pattern = Pattern::new(&wanted, CaseMatching::Ignore, Normalization::Never, kind);
            let fit = |one| fit(one, typed.trim(), &wanted, &pattern, &mut matcher);
            let mut hits: Vec<(Fit, Code)> =
                self.delegations.iter().map(fit).zip(&self.delegations).filter_map(|(fit, one)| Some((fit?, one.code))).collect();
            hits.sort_by(|(a, _), (b, _)| b.cmp(a));
            hits.into_iter().map(|(_, code)| code).collect::<Vec<_>>()
        };
        let parts = hits(AtomKind::Substring);
        if parts.is_empty() { hits(AtomKind::Fuzzy) } else { parts }
    }
}

fn fit(delegation: &Delegation, typed: &str, wanted: &str, pattern: &Pattern, matcher: &mut Matcher) -> Option<Fit> {
    let is = |code: Code| code.as_str().eq_ignore_ascii_case(typed);
    if is(delegation.code) || delegation.alpha2.is_some_and(is) {
        return Some(Fit::Code);
    }
    if delegation.keys.iter().any(|key| key == wanted) {
        return Some(Fit::Name);
    }
    let code = delegation.code.as_str().to_lowercase();
    let mut letters = Vec::new();
    let scores = delegation.keys.iter().chain([&code]).filter_map(|key| pattern.score(Utf32Str::new(key, &mut letters), matcher));
    scores.max().map(Fit::Part)
}
