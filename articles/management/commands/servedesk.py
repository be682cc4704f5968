"""Serves the pages, with the background worker beside them."""

import signal
import subprocess
import sys
from argparse import ArgumentParser
from threading import Event, Thread
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from waitress import create_server

from articles import tasks
from newsdesk.wsgi import application

WORKER = [sys.executable, sys.argv[0], "db_worker", "--interval", "0.5", "--verbosity", "0"]


class Command(BaseCommand):
    help = "Prepares the desk, serves it and runs its background worker until Ctrl+C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        try:
            server = create_server(application, host=host, port=port, threads=8)
        except OSError as error:
            raise CommandError(f"Port {port} cannot be opened ({error.strerror}). Try: make run PORT=8001") from error
        call_command("preparedesk", stdout=self.stdout)
        # Ending by SIGTERM must end the worker too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        stopping = Event()
        work = Thread(target=keep_working, args=(stopping,))
        work.start()
        self.stdout.write(f"Newsdesk is at http://{host}:{port}/  (Ctrl+C stops it)")
        self.stdout.flush()
        try:
            server.run()
        finally:
            stopping.set()
            work.join()


def keep_working(stopping: Event) -> None:
    """Keeps a background worker running; one that died is replaced, and what it left is taken up again."""
    while not stopping.is_set():
        tasks.resume()
        worker = subprocess.Popen(WORKER)
        while worker.poll() is None and not stopping.wait(0.5):
            pass
        worker.terminate()
        worker.wait()
