"""A visit to an OpenID Connect provider -> who it says that somebody is.

The authorization code flow with PKCE (RFC 7636, S256), state and nonce. The provider describes
itself at its well-known address; its ID tokens are taken with RS256 or ES256 alone, whatever
their own header says.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode, urlsplit

from whence.errors import LogInError, ProviderError
from whence.ledger.person import Role
from whence.pipeline.settings import OidcSettings
from whence.pipeline.users import Identity

if TYPE_CHECKING:
    import httpx2

ALGORITHMS = ["RS256", "ES256"]
BASIC = "client_secret_basic"
SCOPE = "openid profile email"
WAIT_S = 10.0
LEEWAY_S = 60
"""By which two clocks may differ."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a browser carries to the provider and back.

    Attributes:
        state: That the answer belongs to this browser's question.
        nonce: That the ID token was made for it.
        verifier: That who brings the code is who asked for it.
    """

    state: str
    nonce: str
    verifier: str


def make_visit() -> Visit:
    """A new one, of random numbers of 256 bits."""
    return Visit(*(secrets.token_urlsafe(32) for _ in range(3)))


class Provider:
    """An OpenID Connect provider, as far as it is asked."""

    def __init__(self, settings: OidcSettings) -> None:
        """Nothing is asked of it before somebody logs in.

        Raises:
            ProviderError: Its address is not https, and not on this machine either.
        """
        _check_address(settings.issuer)
        self.settings = settings
        self._finding = Lock()
        self._found: Mapping[str, Any] | None = None

    def __reduce__(self) -> tuple[type[Provider], tuple[OidcSettings]]:
        """For another process it is one that has not asked yet."""
        return Provider, (self.settings,)

    def address(self, visit: Visit, back: str) -> str:
        """Where a browser is sent to log in.

        Args:
            visit: New.
            back: Where the provider sends it afterwards.

        Raises:
            ProviderError: The provider does not describe itself.
        """
        digest = hashlib.sha256(visit.verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": back,
            "scope": SCOPE,
            "state": visit.state,
            "nonce": visit.nonce,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        endpoint = self._endpoints()["authorization_endpoint"]
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}"

    def identity(self, visit: Visit, code: str, back: str) -> Identity:
        """Who came back with a code.

        Args:
            visit: The one that they left with.
            code: From the provider's answer.
            back: As in `address`.

        Raises:
            ProviderError: The provider refuses the code, or its ID token is not valid.
            LogInError: The provider gives them no role, and such are not let in.
        """
        claims = self._claims(self._id_token(visit, code, back), visit.nonce)
        role = self._role(claims.get(self.settings.role_claim))
        if role is None and not self.settings.admits_others:
            raise LogInError("the provider knows you, and gives you no role at this desk")
        subject = claims["sub"]
        name = claims.get("preferred_username") or claims.get("email") or subject
        return Identity(self.settings.issuer, subject, str(name), role)

    def _endpoints(self) -> Mapping[str, Any]:
        with self._finding:
            if self._found is None:
                address = f"{self.settings.issuer.rstrip('/')}/.well-known/openid-configuration"
                found = _json(_ask("GET", address))
                if found.get("issuer") != self.settings.issuer:
                    raise ProviderError("the provider names another issuer than its address")
                for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                    _check_address(found.get(name))
                self._found = found
            return self._found

    def _id_token(self, visit: Visit, code: str, back: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self.settings.client_id,
            "code_verifier": visit.verifier,
        }
        endpoints, secret, proof = self._endpoints(), self.settings.client_secret, None
        ways = endpoints.get("token_endpoint_auth_methods_supported", [BASIC])
        if secret is not None and BASIC in ways:  # RFC 6749, 2.3.1: both are form-encoded first
            proof = (quote_plus(self.settings.client_id), quote_plus(secret))
        elif secret is not None:
            form["client_secret"] = secret
        found = _json(_ask("POST", endpoints["token_endpoint"], form, proof))
        token = found.get("id_token")
        if not isinstance(token, str):
            raise ProviderError("the provider gave no ID token")
        return token

    def _claims(self, token: str, nonce: str) -> Mapping[str, Any]:
        """What an ID token says, once everything about it was checked."""
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        client = self.settings.client_id
        registry = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": self.settings.issuer},
            aud={"essential": True, "value": client},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            # asked for each time: log-ins are rare, and a key that was taken back is gone at once
            keys = KeySet.import_key_set(_json(_ask("GET", self._endpoints()["jwks_uri"])))  # type: ignore[arg-type]
            claims: Mapping[str, Any] = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
            registry.validate(dict(claims))
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise ProviderError(f"the provider's ID token is not valid: {error}") from error
        audience = claims["aud"]
        others = [audience] if isinstance(audience, str) else audience
        if (len(others) > 1 or "azp" in claims) and claims.get("azp") != client:
            raise ProviderError("the provider's ID token was made for somebody else")
        if not isinstance(claims["sub"], str) or not claims["sub"]:
            raise ProviderError("the provider's ID token is of nobody")
        return claims

    def _role(self, said: object) -> Role | None:
        """The highest role that a claim gives; None where it gives none."""
        values = [said] if isinstance(said, str) else said if isinstance(said, list) else []
        roles = [self.settings.roles[each] for each in values if each in self.settings.roles]
        return max(roles, key=list(Role).index, default=None)


def _check_address(address: object) -> None:
    """Refuse an address at which somebody on the way could listen.

    Raises:
        ProviderError: It is neither https nor on this machine.
    """
    parts = urlsplit(address) if isinstance(address, str) else None
    if parts is None or not parts.hostname:
        raise ProviderError(f"the provider has no address {address!r}")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_here(parts.hostname)):
        raise ProviderError(f"the provider's address {address} is not https")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _ask(
    method: str,
    address: str,
    form: Mapping[str, str] | None = None,
    proof: tuple[str, str] | None = None,
) -> httpx2.Response:
    import httpx2

    try:
        answer = httpx2.request(
            method,
            address,
            data=dict(form) if form else None,
            auth=proof,
            headers={"Accept": "application/json"},
            timeout=WAIT_S,
            follow_redirects=False,
        )
    except httpx2.HTTPError as error:
        raise ProviderError(f"the provider does not answer: {error}") from error
    if answer.status_code != httpx2.codes.OK:
        raise ProviderError(f"the provider answers {answer.status_code}")
    return answer


def _json(answer: httpx2.Response) -> dict[str, Any]:
    try:
        found = answer.json()
    except ValueError as error:
        raise ProviderError("the provider's answer is no JSON") from error
    if not isinstance(found, dict):
        raise ProviderError("the provider's answer is no JSON object")
    return found
