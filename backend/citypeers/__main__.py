"""Where the program begins."""

import gc


def main() -> None:
    """Read the modules without the collector, which would go over them again and again, and have it leave them alone later."""
    gc.disable()
    from citypeers.cli import run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
