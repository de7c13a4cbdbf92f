"""The wheel that users install holds the data, templates and migrations it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_an_installed_wheel_reads_a_page_into_a_store(tmp_path: Path) -> None:
    wheels, site = tmp_path / "wheels", tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, timeout=300)
    [wheel] = wheels.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(site), str(wheel)], check=True, timeout=300)
    assert (site / "counterclaim" / "py.typed").exists()
    page = tmp_path / "page.txt"
    page.write_text("Rebels said on Sunday that 14 soldiers were killed near Dorel.\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [
        sys.executable,
        "-m",
        "counterclaim.cli",
        "read",
        str(page),
        "--store",
        "s.db",
        "--format",
        "table",
    ]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=tmp_path, env=environment, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "14 killed" in done.stdout
    where = [sys.executable, "-c", "import counterclaim.web.app as app; print(app.__file__)"]
    found = subprocess.run(where, capture_output=True, encoding="utf-8", cwd=tmp_path, env=environment)
    assert str(site) in found.stdout, found.stderr
