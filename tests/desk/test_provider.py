"""A log-in by an OpenID Connect provider, which stands on this machine."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk.provider import CLIENT, SECRET, Provider, access, user, visit
from tests.desk.visitors import House, send
from whence.errors import ProviderError, UserError
from whence.ledger.person import Role
from whence.pipeline.oidc import Provider as Known
from whence.pipeline.settings import oidc_settings
from whence.pipeline.users import add_user, disable, set_role, users_in


def test_who_the_provider_knows_is_logged_in(house: House, provider: Provider) -> None:
    """At the first time they become a reader; the second time they are the same one."""
    browser = house.browser(access(house, provider))
    assert "Log in at 127.0.0.1" in browser.get("/login?next=/stories").text
    back = visit(browser, provider)

    assert back.status_code == 200
    assert "url=/account" in back.text
    assert "samesite=strict" in back.headers["set-cookie"].lower()
    page = browser.get("/account").text
    assert "mara-lind" in page
    assert 'name="old"' not in page
    made = user(house, "mara-lind")
    assert (made.role, made.issuer, made.subject) == (Role.READER, provider.issuer, "u-17")
    assert provider.asked["code_challenge_method"] == "S256"
    assert provider.asked["redirect_uri"] == "http://127.0.0.1/login/back"

    assert send(browser, "/account", "/logout").status_code == 303
    assert visit(browser, provider).status_code == 200
    assert len(users_in(house.store)) == 4
    assert [each.action for each in house.log()[:2]] == ["log-in", "log-out"]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("desk-admins", Role.ADMIN),
        (["newsroom", "desk-admins"], Role.ADMIN),
        ("editor", Role.EDITOR),
        ("unknown", Role.READER),
        (7, Role.READER),
        (None, Role.READER),
    ],
)
def test_the_provider_can_tell_the_role(
    house: House, provider: Provider, said: object, role: Role
) -> None:
    """By a field of the ID token: the highest of those that it names."""
    roles = {"WHENCE_OIDC_ROLES": "desk-admins=admin, newsroom=reader",
             "WHENCE_OIDC_ROLE_CLAIM": "groups"}  # fmt: skip
    provider.claims = {"groups": said}

    visit(house.browser(access(house, provider, **roles)), provider)
    assert user(house, "mara-lind").role is role


def test_a_role_of_the_provider_holds_at_each_log_in(house: House, provider: Provider) -> None:
    """It takes the place of what an admin set; where it says nothing, that stays."""
    browser = house.browser(access(house, provider))
    visit(browser, provider)
    set_role(house.store, "mara-lind", Role.EDITOR, house.by())
    visit(browser, provider)
    assert user(house, "mara-lind").role is Role.EDITOR

    provider.claims = {"roles": ["reader"]}
    visit(browser, provider)
    assert user(house, "mara-lind").role is Role.READER


def test_those_without_a_role_can_be_refused(house: House, provider: Provider) -> None:
    """Where a provider knows more people than the desk wants."""
    browser = house.browser(access(house, provider, WHENCE_OIDC_OTHERS="none"))

    assert visit(browser, provider).status_code == 401
    assert len(users_in(house.store)) == 3
    provider.claims = {"roles": "reader"}
    assert visit(browser, provider).status_code == 200


def test_a_name_is_nobody_elses(house: House, provider: Provider) -> None:
    """Who is called like a user, or like nobody, gets another name and their own role."""
    add_user(house.store, "mara-lind", Role.ADMIN, "a long way to the sea", house.by())
    visit(house.browser(access(house, provider)), provider)
    assert user(house, "mara-lind").issuer is None
    assert user(house, "mara-lind-2").role is Role.READER

    for subject, name in (("u-18", "local"), ("u-19", "  <b> ")):
        provider.claims = {"sub": subject, "preferred_username": name}
        visit(house.browser(access(house, provider)), provider)
    assert {each.name for each in users_in(house.store) if each.issuer} == {
        "mara-lind-2",
        "local-2",
        "b",
    }


def test_who_is_disabled_stays_out(house: House, provider: Provider) -> None:
    """Whatever the provider says."""
    browser = house.browser(access(house, provider))
    visit(browser, provider)
    disable(house.store, "mara-lind", house.by())

    assert visit(browser, provider).status_code == 401
    assert browser.get("/account").status_code == 303


def test_an_answer_belongs_to_the_browser_that_asked(house: House, provider: Provider) -> None:
    """Nobody is logged in by a link with somebody else's answer, nor twice by one."""
    browser, victim = (house.browser(access(house, provider)) for _ in range(2))
    left = browser.get("/login/provider")
    back = f"/login/back{provider.visit(left.headers['location'])}"
    assert victim.get(back).status_code == 401
    victim.get("/login/provider")
    assert victim.get(back).status_code == 401
    victim.cookies.set("whence-visit", "e30.0")
    assert victim.get(back).status_code == 401

    assert browser.get(back).status_code == 200
    assert browser.get(back).status_code == 401


def test_a_visit_does_not_last(house: House, provider: Provider) -> None:
    """After ten minutes it has to be begun again."""
    browser = house.browser(access(house, provider))
    left = browser.get("/login/provider")
    house.clock.pass_(timedelta(minutes=11))

    back = f"/login/back{provider.visit(left.headers['location'])}"
    assert browser.get(back).status_code == 401


def test_a_visit_leads_back_to_the_desk_alone(house: House, provider: Provider) -> None:
    """Also by way of the provider."""
    browser = house.browser(access(house, provider))

    assert 'url=/"' in visit(browser, provider, "//evil.example").text


def test_a_refusal_of_the_provider_is_told(house: House, provider: Provider) -> None:
    """An error in its answer, a code that it does not know, and no provider at all."""
    browser = house.browser(access(house, provider))
    left = browser.get("/login/provider")
    query = provider.visit(left.headers["location"])
    state = query.split("state=")[1]
    refused = browser.get(f"/login/back?error=access_denied&state={state}")
    assert refused.status_code == 502
    assert "access_denied" in refused.text
    assert browser.get(f"/login/back?code=wrong&state={state}").status_code == 502

    bare = house.browser()
    assert bare.get("/login/provider").status_code == bare.get("/login/back").status_code == 404


def test_a_provider_that_names_another_is_not_believed(house: House, provider: Provider) -> None:
    """Nor one that sends passwords where others listen."""
    for described in (
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": None},
    ):
        provider.described = described
        browser = house.browser(access(house, provider))
        assert browser.get("/login/provider").status_code == 502


def test_settings_of_a_provider_are_checked() -> None:
    """What is missing, unknown or not https is told before anybody logs in."""
    named = {"WHENCE_OIDC_ISSUER": "https://id.example", "WHENCE_OIDC_CLIENT_ID": CLIENT}
    assert oidc_settings({}) is None
    for wrong in (
        {"WHENCE_OIDC_CLIENT_ID": ""},
        {"WHENCE_OIDC_OTHERS": "admin"},
        {"WHENCE_OIDC_ROLES": "a=king"},
        {"WHENCE_OIDC_ROLES": "admin"},
    ):
        with pytest.raises(UserError, match="WHENCE_OIDC"):
            oidc_settings(named | wrong)
    found = oidc_settings(named | {"WHENCE_OIDC_CLIENT_SECRET": SECRET})
    assert SECRET not in repr(found)
    for issuer in ("http://id.example", "ftp://127.0.0.1", "id.example", "http://localhost.evil"):
        wrong_one = oidc_settings(named | {"WHENCE_OIDC_ISSUER": issuer})
        assert wrong_one is not None
        with pytest.raises(ProviderError):
            Known(wrong_one)
