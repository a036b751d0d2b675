"""`python -m devroom_gen`: the same as the command `devroom-gen`."""

from devroom_gen.cli import main

if __name__ == "__main__":
    main()
