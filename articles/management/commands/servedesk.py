"""Serves the pages, with the background worker beside them."""

import gc
import signal
import sys
from argparse import ArgumentParser
from threading import Event, Thread
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from waitress import create_server

from articles import search, tasks
from articles.dossiers.knowing import opened
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
        # The first search and comparison of a process open index, glossaries and stemmers: nobody should wait for that.
        search.find(search.parse("newsdesk"))
        opened()
        # What they hold stays as long as the process: the collector need not look through it again and again.
        gc.collect()
        gc.freeze()
        # Ending by SIGTERM must end the worker too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        stopping = Event()
        work = Thread(target=tasks.keep_working, args=(stopping, WORKER))
        work.start()
        self.stdout.write(f"Newsdesk is at http://{host}:{port}/  (Ctrl+C stops it)")
        self.stdout.flush()
        try:
            server.run()
        finally:
            stopping.set()
            work.join()
