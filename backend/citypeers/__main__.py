from citypeers.cli import app

app()
