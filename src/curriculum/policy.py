"""What a page of the site may run and load: the content security policy and its fixed list of scripts."""

from __future__ import annotations

SCRIPTS = frozenset(
    {
        "exqRXrW/0laiImCrTE8a70vxyyY10FJVIppytLf/dbY=",  # Material: what is kept in the browser
        "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=",  # Material: light or dark
        "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=",  # Material: a tab named by the address
    }
)
"""SHA-256 of Material's inline scripts, in base64. A fixed list: never computed from what a page holds."""


def policy(also: str = "") -> str:
    """Return the policy for a `<meta http-equiv>`; sent as a header it also needs `'wasm-unsafe-eval'`.

    `also` is one more source of the site's own files: `file:` where they are opened without a server.
    """
    own = f"'self' {also}".rstrip()
    scripts = " ".join(f"'sha256-{digest}'" for digest in sorted(SCRIPTS))
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"script-src {own} {scripts}; style-src {own}; img-src {own} data:; font-src {own}; "
        f"connect-src {own}; manifest-src {own}; worker-src {own}"
    )
