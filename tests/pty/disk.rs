//! A full disk: the key is refused with the reason on the screen, nothing is lost, and it goes on when there is room.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::terminal::Terminal;

/// A small disk of its own, for whoever may make one.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(at: &'a Path) -> Option<Disk<'a>> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(at).output().ok()?;
        mounted.status.success().then_some(Disk(at))
    }

    fn fill(&self) {
        let mut file = std::fs::File::create(self.0.join("full")).unwrap();
        for size in [4096, 64, 1] {
            while file.write_all(&vec![b'x'; size]).is_ok() {}
        }
    }

    fn free(&self) {
        std::fs::remove_file(self.0.join("full")).unwrap();
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_refuses_with_the_reason_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::mount(folder.path()) else {
        eprintln!("passed over: only root can make a small disk");
        return;
    };
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("n").see("next: Malawi");
    disk.fill();
    for _ in 0..3 {
        terminal.press_until("n", "NOT SAVED");
    }
    terminal.see("next: Malawi").see("no room left");
    disk.free();
    terminal.press_until("n", "done: Malawi");
    terminal.see_that("the bar is gone", |shown| !shown.contains("NOT SAVED"));
}
