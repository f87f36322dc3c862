//! The cases of other systems and of reported failures that a scenario cannot say: each is held by a test, and that test is there.
//! Those that a scenario can say are listed in `scenarios.rs`.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// The case, the file, and the test in it.
const HELD: &[(&str, &str, &str)] = &[
    // Stale hands and trembling fingers.
    ("TQ-15", "desk/keys.rs", "three_presses_within_400_ms_advance_once"),
    ("TQ-18", "desk/hands.rs", "a_change_of_the_first_by_others_is_seen_before_the_finger_falls"),
    ("TQ-22", "pty/meeting.rs", "what_is_typed_and_not_logged_outlives_the_program"),
    ("TQ-30", "desk/lines.rs", "the_floor_goes_on_from_inside_every_line"),
    ("TQ-30", "desk/keys.rs", "a_paste_is_never_taken_for_keys"),
    ("TQ-33", "pty/disk.rs", "a_full_disk_refuses_with_the_reason_and_goes_on_when_there_is_room"),
    ("TQ-34", "cli/sent.rs", "of_many_copies_at_once_one_is_recorded_and_all_are_answered"),
    ("TU-04", "replay/cases.rs", "tu_04_a_capital_is_its_letter_and_an_unknown_key_is_harmless"),
    // Clocks as they are shown.
    ("ON-20", "../src/tui/widgets/times.rs", "countdowns_round_up_and_overtime_begins_after_a_second_of_it"),
    // Undo at any moment.
    ("CR-06", "laws/taken_back.rs", "undo_and_redo_are_each_others_reverse"),
    ("CR-06", "laws/subsets.rs", "any_subset_taken_back_is_the_fold_of_the_rest"),
    // Playing back.
    ("AS-01", "replay/cases.rs", "as_01_space_plays_and_space_pauses"),
    ("AS-02", "replay/cases.rs", "as_02_the_arrows_go_by_seconds_and_the_brackets_by_turn"),
    ("AS-03", "replay/cases.rs", "as_03_from_mark_to_mark_and_to_a_tenth"),
    ("AS-05", "replay/cases.rs", "as_05_silence_is_passed_over_after_so_much_of_it"),
    ("AS-07", "replay/cases.rs", "as_07_marks_belong_to_records_and_are_never_past_the_end"),
    ("AS-10", "replay/cases.rs", "as_10_at_the_end_it_plays_from_the_start_and_time_stands_there"),
    ("AS-11", "replay/cases.rs", "as_11_it_stops_at_every_chosen_mark_and_goes_on"),
    ("AS-13", "replay/cases.rs", "as_13_a_bad_target_is_a_message_and_the_player_goes_on"),
    ("AS-14", "replay/cases.rs", "as_14_where_it_begins_counts_once_and_a_pause_leaves_nothing_pending"),
    // Reported failures.
    ("IS-02", "journal/going_on.rs", "three_displays_of_one_clock_agree_for_ten_minutes"),
    ("IS-10", "desk/hands.rs", "next_on_an_old_list_calls_nobody_says_what_changed_and_by_whom_and_is_locked_for_two_seconds"),
    ("IS-11", "desk/keys.rs", "leaving_asks_and_the_harmless_answer_is_preselected"),
    ("IS-12", "desk/hands.rs", "what_was_pressed_before_a_question_could_be_read_is_no_answer_to_it"),
    ("IS-14", "laws/subsets.rs", "after_any_undo_every_command_works"),
    ("IS-14", "desk/undone.rs", "every_key_works_after_any_number_of_undos"),
    ("IS-15", "desk/keys.rs", "eight_quick_pauses_are_one_pause"),
    ("IS-16", "pty/meeting.rs", "ten_speakers_three_items_a_pause_an_undo_a_power_cut_and_on"),
    ("IS-17", "crash.rs", "killed_at_any_moment_no_accepted_command_is_missing"),
    ("IS-17", "crash.rs", "a_log_cut_off_at_any_byte_leaves_a_session_that_opens"),
    ("IS-18", "desk/hands.rs", "a_key_that_is_held_down_counts_once"),
    ("IS-24", "pty/ends.rs", "a_closed_terminal_ends_the_program_even_where_the_signal_is_ignored"),
    ("IS-25", "pty/shapes.rs", "a_thousand_sizes_are_survived_while_keys_are_pressed"),
    ("IS-27", "pty/idle.rs", "a_second_of_speaking_writes_the_digits_that_change"),
    ("IS-29", "desk/hands.rs", "a_screen_that_stood_still_for_a_minute_is_read_before_a_key_counts"),
    ("IS-30", "names.rs", "every_state_by_its_codes_and_its_names_in_three_languages"),
];

#[test]
fn every_case_is_held_by_a_test_that_is_there() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (case, file, test) in HELD {
        let text = fs::read_to_string(tests.join(file)).unwrap();
        assert!(text.contains(&format!("fn {test}(")), "{case} was held by {test} in {file}");
    }
}
