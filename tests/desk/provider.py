"""An OpenID Connect provider on this machine, with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from httpx2 import Response
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from starlette.testclient import TestClient

from tests.desk.visitors import House
from whence.desk.access import Access
from whence.ledger.person import User
from whence.pipeline.oidc import Provider as Known
from whence.pipeline.settings import OidcSettings, oidc_settings
from whence.pipeline.users import users_in

CLIENT = "desk"
SECRET = "between the two: 100 %"  # noqa: S105 - of nobody
CODE = "c0de"


@dataclass
class Provider:
    """Who is there, and what their ID token says.

    Attributes:
        claims: Of the ID token, over those that are right.
        algorithm: By which it is signed.
        key: With which it is signed; the one that is published unless a test takes another.
        asked: Queries by which browsers came.
    """

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    key: RSAKey | ECKey = field(default_factory=lambda: RSAKey.generate_key(2048))
    described: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    published: RSAKey | ECKey | None = None

    def describe(self) -> dict[str, Any]:
        """What stands at its well-known address."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/ask",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            **self.described,
        }

    def visit(self, address: str) -> str:
        """Log in there as a browser would be sent; the query that it comes back with."""
        asked = parse_qs(urlsplit(address).query, strict_parsing=True)
        self.asked = {name: values[0] for name, values in asked.items()}
        return f"?code={CODE}&state={self.asked['state']}"

    def exchange(self, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """An ID token for a code; None for who did not ask for it or is not the desk."""
        proof = base64.b64encode(f"{CLIENT}:between+the+two%3A+100+%25".encode()).decode()
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_right = (
            authorization == f"Basic {proof}"
            and form.get("code") == CODE
            and form.get("redirect_uri") == self.asked["redirect_uri"]
            and challenge == self.asked["code_challenge"]
        )
        return {"id_token": self.token(), "token_type": "Bearer"} if is_right else None

    def token(self) -> str:
        """An ID token."""
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "u-17",
            "iat": now,
            "exp": now + 300,
            "nonce": self.asked["nonce"],
            "preferred_username": "Mara Lind",
            **self.claims,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.algorithm}
        return jwt.encode(header, claims, self.key, algorithms=[self.algorithm])

    def keys(self) -> dict[str, Any]:
        """Its public keys."""
        return {"keys": [(self.published or self.key).as_dict(private=False)]}


@contextmanager
def open_provider() -> Iterator[Provider]:
    """A provider that answers on a free port."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages = {"/.well-known/openid-configuration": provider.describe, "/keys": provider.keys}
            self.answer(pages[self.path]() if self.path in pages else None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self.answer(provider.exchange(form, self.headers.get("authorization", "")))

        def answer(self, found: dict[str, Any] | None) -> None:
            content = json.dumps(found or {"error": "invalid_grant"}).encode()
            self.send_response(200 if found else 400)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def settings(provider: Provider, **others: str) -> OidcSettings:
    """What the environment says of a provider."""
    made = oidc_settings(
        {
            "WHENCE_OIDC_ISSUER": provider.issuer,
            "WHENCE_OIDC_CLIENT_ID": CLIENT,
            "WHENCE_OIDC_CLIENT_SECRET": SECRET,
            **others,
        }
    )
    assert made is not None
    return made


def access(house: House, provider: Provider, **others: str) -> Access:
    """A desk that sends one there."""
    return replace(house.access(), provider=Known(settings(provider, **others)))


def visit(browser: TestClient, provider: Provider, after: str = "/account") -> Response:
    """Go to the provider and come back."""
    left = browser.get("/login/provider", params={"next": after})
    assert left.status_code == 303, left.text
    return browser.get(f"/login/back{provider.visit(left.headers['location'])}")


def user(house: House, name: str) -> User:
    """One of the users."""
    return next(each for each in users_in(house.store) if each.name == name)
