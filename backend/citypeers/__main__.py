from citypeers.cli import run

run()
