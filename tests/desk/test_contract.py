"""What the API answers is what its description says, for questions that nobody thought of."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from starlette.testclient import TestClient

QUESTIONS = 25
"""For each route and each mode: such as the description allows, and such as it does not."""

TAKEN = ["2xx", "400", "404"]
"""What may be answered to a question that it allows; 400 where a query means nothing."""

REFUSED = ["400", "404", "405", "414", "422"]
"""What may be answered to a question that the description does not allow."""

AS_TOLD = settings(
    max_examples=QUESTIONS,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def test_answers_are_as_described(desk: TestClient) -> None:
    """No server error; statuses, media types and shapes are those of the description."""
    known = {
        "story": desk.get("/api/v1/stories").json()["items"][0]["id"],
        "claim": desk.get("/api/v1/claims").json()["items"][0]["id"],
        "article": desk.get("/api/v1/articles").json()["items"][0]["id"],
        "name": "Jane Doe",
    }
    config = SchemathesisConfig.from_dict(
        {
            "checks": {
                "positive_data_acceptance": {"expected-statuses": TAKEN},
                "negative_data_rejection": {"expected-statuses": REFUSED},
            }
        }
    )
    made = schemathesis.openapi.from_asgi("/api/v1/openapi.json", desk.app, config=config)
    statuses: set[int] = set()
    for result in made.get_all_operations():
        assert isinstance(result, Ok)
        for mode in GenerationMode:
            statuses |= _asked(result.ok(), mode, known)
    assert {200, 404, 422} <= statuses


def _asked(
    operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode, known: dict[str, str]
) -> set[int]:
    """Ask some questions of a route; the statuses of the answers.

    Every other question that the description allows is about what is there.
    """
    statuses: set[int] = set()
    turns = cycle((mode is GenerationMode.POSITIVE, False))

    @AS_TOLD
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        if next(turns):
            case.path_parameters |= {
                name: known[name] for name in case.path_parameters if name in known
            }
        response = case.call()
        case.validate_response(response)
        statuses.add(response.status_code)

    ask()
    return statuses
