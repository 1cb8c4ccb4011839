"""Which settings need another one beside them."""

# Where the first is set, one of the others must be.
NEEDS = (
    ("age_check_key", ("age_check",)),
    ("model_url", ("model_name",)),
    ("judge_url", ("judge_name",)),
    ("matrix_homeserver", ("matrix_user",)),
    ("matrix_homeserver", ("matrix_password", "matrix_access_token")),
    ("matrix_user", ("matrix_homeserver",)),
    ("matrix_access_token", ("matrix_device_id",)),
)
