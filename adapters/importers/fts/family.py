"""Parents and children: a parent is recorded first, so that a child can name it."""

from adapters.importers.fts.flow import Flow, Refusal


def parents_first(found: list[Flow | Refusal]) -> list[tuple[int, Flow | Refusal]]:
    """Every flow with its place in the file, counted from 1; the order of the file, but for parents that come late."""
    place = {flow.id: at for at, flow in reversed(list(enumerate(found))) if isinstance(flow, Flow) and flow.id}
    order: dict[int, None] = {}
    for at in range(len(found)):
        branch: dict[int, None] = {}
        step: int | None = at
        while step is not None and step not in order and step not in branch:
            branch[step] = None
            flow = found[step]
            step = place.get(flow.parent) if isinstance(flow, Flow) else None
        order |= dict.fromkeys(reversed(branch))
    return [(at + 1, found[at]) for at in order]
