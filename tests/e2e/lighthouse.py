"""Lighthouse on the public pages: the median of three runs each, as on a phone on a slow line, against the gates.

A page that misses a gate is measured once more by three further runs, because the machine may have been busy.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.e2e.server import FLAGS, ROOT, chromium, serving

PAGES = ("/", "/networks", "/networks/connective-cities", "/networks/analysis")
RUNS = 3
ATTEMPTS = 4
"""The browser now and then records no beginning of the page (NO_NAVSTART); such a run counts for nothing."""
GATES = {"performance": (90, "at least"), "accessibility": (100, "at least"), "lcp": (2.5, "at most"), "cls": (0.05, "at most")}
Figures = dict[str, float]


def once(url: str) -> Figures:
    """One run: scores of 100, the largest paint in seconds, the layout shift."""
    command = ["node", "frontend/node_modules/lighthouse/cli/index.js", url, "--quiet", "--output=json"]
    command += ["--only-categories=performance,accessibility", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    for _ in range(ATTEMPTS):
        result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        if result.returncode == 0:
            break
    result.check_returncode()
    report = json.loads(result.stdout)
    return {
        "performance": round(report["categories"]["performance"]["score"] * 100),
        "accessibility": round(report["categories"]["accessibility"]["score"] * 100),
        "lcp": report["audits"]["largest-contentful-paint"]["numericValue"] / 1000,
        "cls": report["audits"]["cumulative-layout-shift"]["numericValue"],
    }


def median(url: str) -> Figures:
    """The median of each figure over the runs."""
    runs = [once(url) for _ in range(RUNS)]
    return {name: statistics.median(run[name] for run in runs) for name in GATES}


def missed(figures: Figures) -> list[str]:
    """The gates that the figures do not pass."""
    return [name for name, (gate, way) in GATES.items() if (figures[name] < gate if way == "at least" else figures[name] > gate)]


def main() -> int:
    """Measure, print, and say whether every gate is passed."""
    failed = False
    print(f"{'page':32} {'perf':>5} {'a11y':>5} {'LCP s':>6} {'CLS':>6}")
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        for page in PAGES:
            figures = median(address + page)
            if missed(figures):
                figures = median(address + page)
            wrong = missed(figures)
            failed = failed or bool(wrong)
            verdict = f"  missed: {', '.join(wrong)}" if wrong else ""
            print(
                f"{page:32} {figures['performance']:5.0f} {figures['accessibility']:5.0f} "
                f"{figures['lcp']:6.2f} {figures['cls']:6.3f}{verdict}"
            )
    print("gates: " + ", ".join(f"{name} {way} {gate}" for name, (gate, way) in GATES.items()))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
