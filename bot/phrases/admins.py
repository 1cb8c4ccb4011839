"""The old names of what admins read."""

from bot.strings import ENGLISH

REPORT_IT = ENGLISH.admins.report_it
REPORTED = ENGLISH.admins.reported
REPORTS = ENGLISH.admins.reports
REPORTS_FULL = ENGLISH.admins.reports_full
REPORTED_ENOUGH = ENGLISH.admins.reported_enough
NOT_MINE_TO_REPORT = ENGLISH.admins.not_mine_to_report
CLEAR_REPORTS = ENGLISH.admins.clear_reports
REPORTS_CLEARED = ENGLISH.admins.reports_cleared
NO_REPORTS = ENGLISH.admins.no_reports
BAD_REPORT = ENGLISH.commands.bad_report
NO_REPORT_HERE = ENGLISH.admins.no_report_here
THREADS_ON = ENGLISH.admins.threads_on
THREADS_OFF = ENGLISH.admins.threads_off
BAD_THREADS = ENGLISH.commands.bad_threads
NOT_ADMIN = ENGLISH.admins.not_admin
NO_ADMIN_HERE = ENGLISH.admins.no_admin_here
CRISIS_LINE_BAD = ENGLISH.admins.crisis_line_bad
CRISIS_LINE_REFUSED = ENGLISH.admins.crisis_line_refused
