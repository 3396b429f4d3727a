"""Plumbline from a notebook or a training run. One file, the standard library alone, Python 3.8 or newer.

    import plumbline                       # served by your installation at /client/plumbline.py
    plumbline.configure(key="plk_...")     # or set PLUMBLINE_KEY

    plumbline.log("Reward rises while answers get worse", observed_behaviour="...", tags=["grpo-7"])
    plumbline.observe("grpo-7", 100, reward=0.61, win_rate=(0.48, 200))   # (value, n)

Nothing here raises or waits: a queue of bounded length is sent by a thread of its own, tried again with growing
pauses while the server is away, and emptied at exit. What is lost is said once by the logger `plumbline`. Sending
the same thing twice changes nothing.
"""

import atexit
import collections
import http.client
import json
import logging
import math
import os
import random
import re
import threading
import time
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timezone

__all__ = ["Plumbline", "PlumblineCallback", "configure", "log", "observe", "start_run", "flush"]

ADDRESS = "http://localhost:3000"
_say = logging.getLogger("plumbline")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirected POST would arrive as a GET, and the key at somebody else's."""

    def redirect_request(self, *_args, **_kwargs):
        return None


class _Answer:
    """Filled in when what was logged has been answered."""

    def __init__(self):
        self.done, self.body = threading.Event(), None


class Plumbline:
    """One connection to one installation. The functions of this module use one that reads PLUMBLINE_URL and _KEY."""

    def __init__(self, key=None, url=None, most_waiting=20000, at_once=1000, pause=1.0, timeout=10.0,
                 at_exit=10.0):
        self.url = (url or os.environ.get("PLUMBLINE_URL") or ADDRESS).rstrip("/")
        self.key = key or os.environ.get("PLUMBLINE_KEY") or ""
        self.most_waiting, self.at_once, self.pause, self.timeout = most_waiting, at_once, pause, timeout
        self._opener = urllib.request.build_opener(_NoRedirects)
        self._begin()
        atexit.register(self.flush, at_exit)

    def _begin(self):
        self._pid = os.getpid()
        self._changed = threading.Condition()
        self._sending = threading.Lock()
        self._waiting = collections.deque()
        self._under_way = self._lost = 0
        self._thread = self._hurry = None
        self._said = set()

    # What a person or a training loop calls. None of it raises.

    def log(self, title, wait=0, **fields):
        """Logs an incident. With `wait` in seconds its key is returned, such as INC-12, or None if it took longer."""
        answer = _Answer()
        try:
            body = {_camel(name): value for name, value in fields.items()}
            body["title"] = str(title)
            text = json.dumps(body, allow_nan=False, default=str)
            self._put(("/incidents", text, str(uuid.uuid4()), answer))
            if wait:
                answer.done.wait(wait)
        except Exception as problem:  # a report must never end what it reports on
            self._once("An incident was not logged: %s" % problem)
        return answer.body.get("key") if isinstance(answer.body, dict) else None

    def start_run(self, system, run, **fields):
        """Makes a run known to its system, so that steps can be counted in it. Needs the scope workspace:write."""
        try:
            body = dict({_camel(name): value for name, value in fields.items()}, externalId=str(run))
            path = "/systems/%s/runs" % urllib.request.quote(str(system), safe="")
            text = json.dumps(body, allow_nan=False, default=str)
            self._put((path, text, str(uuid.uuid5(uuid.NAMESPACE_URL, "%s/%s" % (system, run))), None))
        except Exception as problem:
            self._once("A run was not started: %s" % problem)

    def observe(self, run=None, step=None, values=None, at=None, kl=None, n=None, version=None,
                environment=None, segment=None, context=None, being_evaluated=None, **more):
        """Notes values of metrics by their keys: a number, or (number, n). Without a step they belong to this moment."""
        try:
            place = {"run": run and str(run), "environment": environment, "segment": segment, "version": version,
                     "context": context, "beingEvaluated": being_evaluated}
            if step is not None:
                place["step"] = int(step)
            if at is not None or step is None:
                place["at"] = _instant(at)
            if kl is not None and math.isfinite(float(kl)):
                place["kl"] = float(kl)
            place = {name: value for name, value in place.items() if value is not None}
            for metric, given in dict(values or {}, **more).items():
                self._observe_one(place, metric, given, n)
        except Exception as problem:
            self._once("Values were not taken: %s" % problem)

    def _observe_one(self, place, metric, given, n):
        value, items = given if isinstance(given, (tuple, list)) else (given, n)
        value = float(value)
        if not math.isfinite(value):
            return self._once('"%s" was %s; only finite numbers are sent.' % (metric, value))
        point = dict(place, metric=metric, value=value)
        if items is not None:
            point["n"] = int(items)
        self._put(point)

    def flush(self, timeout=30.0):
        """Waits until everything is sent, at most so many seconds. True when nothing is left."""
        try:
            if self._pid != os.getpid():
                return True
            end = time.monotonic() + timeout
            self._hurry = end
            with self._changed:
                self._changed.notify_all()
                if not self._is_running() and self._waiting:
                    self._run_thread()
                while (self._waiting or self._under_way) and self._is_running() and time.monotonic() < end:
                    self._changed.wait(0.05)
            # A process that ends starts no threads any more: what is left is sent here.
            while self._waiting and not self._is_running() and time.monotonic() < end:
                self._send_some()
            if self._waiting or self._under_way:
                self._once("%d entries were not sent in time." % (len(self._waiting) + self._under_way))
            return not (self._waiting or self._under_way)
        except Exception as problem:
            self._once("Not everything was sent: %s" % problem)
            return False
        finally:
            self._hurry = None

    # The queue and its thread.

    def _put(self, entry):
        if self._pid != os.getpid():  # a fork has the queue of its parent and none of its threads
            self._begin()
        with self._changed:
            if len(self._waiting) >= self.most_waiting:
                self._waiting.popleft()
                self._lost += 1
                self._once("The queue is full; the oldest entries are dropped.")
            self._waiting.append(entry)
            if not self._is_running():
                self._run_thread()
            if len(self._waiting) in (1, self.at_once):
                self._changed.notify_all()

    def _is_running(self):
        return self._thread is not None and self._thread.is_alive()

    def _run_thread(self):
        try:
            self._thread = threading.Thread(target=self._work, name="plumbline", daemon=True)
            self._thread.start()
        except RuntimeError:
            self._thread = None

    def _work(self):
        while True:
            with self._changed:
                while not self._waiting:
                    self._changed.wait()
                # A moment, so that values go together.
                self._changed.wait_for(
                    lambda: len(self._waiting) >= self.at_once or self._hurry is not None, self.pause
                )
            try:
                self._send_some()
            except Exception as problem:
                self._once("Something was not sent: %s" % problem)

    def _send_some(self):
        with self._sending:
            with self._changed:
                some = self._take()
                self._under_way = len(some)
            try:
                if some and isinstance(some[0], dict):
                    body = json.dumps({"points": some}, allow_nan=False)
                    self._deliver("/observations", body, None, None)
                elif some:
                    self._deliver(*some[0])
            finally:
                with self._changed:
                    self._under_way = 0
                    self._changed.notify_all()

    def _take(self):
        """What goes into one request: many points, or one of anything else. The order is kept."""
        some = []
        while self._waiting and len(some) < self.at_once:
            if some and not isinstance(self._waiting[0], dict):
                break
            some.append(self._waiting.popleft())
            if not isinstance(some[0], dict):
                break
        return some

    def _deliver(self, path, text, name, answer):
        attempt = 0
        while True:
            status, body, after = self._request(path, text, name)
            if status is not None and status < 500 and status not in (408, 409, 425, 429):
                break
            if status == 409 and body.get("code") != "idempotency/in-flight":
                break
            attempt += 1
            hurry = self._hurry
            left = None if hurry is None else hurry - time.monotonic()
            if left is not None and left <= 0 and threading.current_thread() is not self._thread:
                return self._once("%s cannot be reached; what was left at the end is lost." % self.url)
            pause = after if after is not None else min(60.0, 0.5 * 2 ** min(attempt, 8)) * random.uniform(0.5, 1)
            with self._changed:
                # Whoever waits for the end does not wait for the whole pause.
                self._changed.wait_for(
                    lambda: hurry is None and self._hurry is not None, min(pause, 1.0) if hurry else pause
                )
        if status >= 400 and not (path.endswith("/runs") and status == 409):
            self._once("%s was refused: %s" % (path, body.get("detail") or body.get("title") or status))
        for refused in (body.get("refused") or [])[:3]:
            self._once(refused.get("message", ""))
        if answer is not None:
            answer.body = body if status < 300 else None
            answer.done.set()

    def _request(self, path, text, name):
        headers = {"Authorization": "Bearer " + self.key, "Content-Type": "application/json",
                   "User-Agent": "plumbline.py"}
        if name:
            headers["Idempotency-Key"] = name
        request = urllib.request.Request(self.url + "/api/v1" + path, text.encode(), headers, method="POST")
        try:
            with self._opener.open(request, timeout=self.timeout) as answer:
                return answer.status, _parsed(answer.read(2_000_000)), None
        except urllib.error.HTTPError as refusal:
            with refusal:
                after = refusal.headers.get("Retry-After") or ""
                wait = min(float(after), 60.0) if re.fullmatch(r"\d{1,6}", after) else None
                return refusal.code, _parsed(refusal.read(2_000_000)), wait
        except (OSError, http.client.HTTPException) as problem:
            self._once("%s cannot be reached (%s); it is tried again." % (self.url, problem))
            return None, {}, None
        except Exception as problem:
            return 400, {"detail": str(problem)}, None

    def _once(self, sentence):
        if sentence not in self._said and len(self._said) < 100:
            self._said.add(sentence)
            _say.warning(sentence)


class PlumblineCallback:
    """For the trainers of Transformers and TRL: `Trainer(..., callbacks=[PlumblineCallback("grpo-7", metrics=...)])`.

    `metrics` says which logged name is which metric: {"reward": "rm_score", "eval_win_rate": ("win_rate", 200)}.
    Names that begin with eval_ are noted as evaluation, all others as training.
    """

    def __init__(self, run, metrics, system=None, kl=("kl", "objective/kl"), client=None, **place):
        self.run, self.metrics, self.kl, self.place = run, dict(metrics), kl, place
        self.client = client or _ours()
        if system is not None:
            self.client.start_run(system, run)

    def on_log(self, args, state, control, logs=None, **_kwargs):
        if logs is None or not getattr(state, "is_world_process_zero", True):
            return
        kl = next((logs[name] for name in self.kl if name in logs), None)
        for name, metric in self.metrics.items():
            if name not in logs:
                continue
            key, n = metric if isinstance(metric, (tuple, list)) else (metric, None)
            context = "evaluation" if name.startswith("eval_") else "training"
            place = dict({"context": context}, **self.place)
            self.client.observe(self.run, getattr(state, "global_step", None), {key: (logs[name], n)}, kl=kl, **place)

    def on_train_end(self, args, state, control, **_kwargs):
        self.client.flush(10.0)

    def __getattr__(self, name):
        """Every other event of a trainer passes by."""
        if name.startswith("on_"):
            return lambda *_args, **_kwargs: None
        raise AttributeError(name)


_client = None


def _ours():
    global _client
    if _client is None:
        _client = Plumbline()
    return _client


def configure(key=None, url=None, **limits):
    """Sets up what the functions below use; without it they read PLUMBLINE_KEY and PLUMBLINE_URL."""
    global _client
    if _client is not None:
        _client.flush(10.0)
    _client = Plumbline(key, url, **limits)
    return _client


def log(title, wait=0, **fields):
    return _ours().log(title, wait, **fields)


def start_run(system, run, **fields):
    return _ours().start_run(system, run, **fields)


def observe(run=None, step=None, values=None, **more):
    return _ours().observe(run, step, values, **more)


def flush(timeout=30.0):
    return _ours().flush(timeout)


def _camel(name):
    return re.sub(r"_([a-z])", lambda match: match.group(1).upper(), name)


def _instant(at):
    if isinstance(at, str):
        return at
    if at is None:
        moment = datetime.now(timezone.utc)
    elif isinstance(at, datetime):
        moment = at.astimezone(timezone.utc)
    else:
        moment = datetime.fromtimestamp(float(at), timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _parsed(raw):
    try:
        body = json.loads(raw or b"{}")
        return body if isinstance(body, dict) else {}
    except ValueError:
        return {}
