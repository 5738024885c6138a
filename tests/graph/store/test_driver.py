"""The driver comes without libraries that nothing here sends values of, and does not keep others from them."""

import subprocess
import sys

CODE = """
import sys
from graph.store.driver import driver
assert driver().GraphDatabase and driver() is driver()
assert not {"pandas", "pyarrow"} & sys.modules.keys()
import pandas, pyarrow
assert pandas.DataFrame and pyarrow.Table
"""


def test_libraries_for_tables_stay_out_and_can_be_had() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)
