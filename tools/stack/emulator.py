"""Starts the emulator of AWS with what it lacks for this desk."""

import socketserver

# Function answers wait up to 40 ms for the network's acknowledgement otherwise.
socketserver.StreamRequestHandler.disable_nagle_algorithm = True

if __name__ == "__main__":
    from ministack.app import main

    main()
