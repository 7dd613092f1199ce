"""What an ID token must be for its bearer to be logged in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable

import pytest
from joserfc.jwk import ECKey, RSAKey

from tests.desk.provider import CLIENT, Provider, access, visit
from tests.desk.visitors import House
from whence.pipeline.users import users_in


def test_a_key_on_a_curve_is_as_good(house: House, provider: Provider) -> None:
    """ID tokens are taken with ES256 as with RS256."""
    provider.key, provider.algorithm = ECKey.generate_key("P-256"), "ES256"

    assert visit(house.browser(access(house, provider)), provider).status_code == 200


def _plain(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def _forged(algorithm: str) -> Callable[[Provider], None]:
    """A token that needs no private key: unsigned, or signed with the public one as a secret."""

    def set_(provider: Provider) -> None:
        signed = provider.token

        def token() -> str:
            header = _plain(json.dumps({"alg": algorithm}).encode())
            said = f"{header}.{signed().split('.')[1]}"
            secret = provider.key.as_pem(private=False)
            proof = hmac.new(secret, said.encode(), hashlib.sha256).digest()
            return f"{said}.{_plain(proof) if algorithm == 'HS256' else ''}"

        provider.token = token  # type: ignore[method-assign]

    return set_


def _of_another_key(provider: Provider) -> None:
    provider.published, provider.key = provider.key, RSAKey.generate_key(2048)


def _claims(**claims: object) -> Callable[[Provider], None]:
    def set_(provider: Provider) -> None:
        provider.claims = claims

    return set_


@pytest.mark.parametrize(
    "break_",
    [
        _forged("none"),
        _of_another_key,
        _forged("HS256"),
        _claims(iss="https://elsewhere.example"),
        _claims(aud="another desk"),
        _claims(aud=[CLIENT, "another desk"]),
        _claims(aud=[CLIENT, "another desk"], azp="another desk"),
        _claims(exp=int(time.time()) - 3600),
        _claims(exp=None),
        _claims(iat=None),
        _claims(nonce="of another visit"),
        _claims(nonce=None),
        _claims(sub=""),
        _claims(sub=None),
        lambda provider: setattr(provider, "algorithm", "PS256"),
    ],
    ids=[
        *("unsigned", "key", "HS256", "issuer", "audience", "two", "azp", "expired", "no expiry"),
        *("no time", "nonce", "no nonce", "nobody", "no subject", "PS256"),
    ],
)
def test_an_id_token_that_is_not_right_logs_nobody_in(
    house: House, provider: Provider, break_: Callable[[Provider], None]
) -> None:
    """Its signature, algorithm, issuer, audience, times and nonce are all looked at."""
    break_(provider)
    browser = house.browser(access(house, provider))
    answer = visit(browser, provider)

    assert answer.status_code == 502
    assert "whence" not in browser.cookies
    assert len(users_in(house.store)) == 3
