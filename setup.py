"""Only what pyproject.toml cannot say: the embedded engine and the fast codec are required where wheels exist.

Its wheels need glibc, so on musl (Alpine) and on Intel Macs the requirement is left out; installing then still works,
and the first command that needs a store says that a Neo4j address is needed.
"""

import platform
import sys

from setuptools import setup

REQUIRED = [
    "click>=8.1",  # the command line
    "rich>=13",  # tables, trees and progress on a terminal
    "pydantic>=2.7",  # records that are checked when they are made and when they are read back
    "PyYAML>=6",  # codebook, section meanings and other data files
    "pypdfium2>=5",  # text and positions from PDF; permissive, no dependencies
    "python-docx>=1.1",  # briefings in Word
    "python-pptx>=1.0",  # the native charts of briefings: their XML and workbook
    "openpyxl>=3.1",  # action trackers are Excel workbooks: cells, merged cells and colours
    "lxml>=5",  # Word, PowerPoint and web pages: their parts, with entities and the network switched off
    "neo4j>=6",  # the one driver, for both engines
    "rapidfuzz>=3.9",  # likeness of names and sentences
    "jinja2>=3.1",  # the explorer's page, autoescaped
    "pyvis==0.3.2",  # the explorer's network; pinned, because the template includes its bundled files
    "networkx>=3.3",  # layout of the overview, graph of a selection
    "numpy>=1.26",  # needed by networkx for layouts
    "filelock>=3.15",  # writers on one collection take turns
    "holidays>=0.50",  # bank holidays of England: what the 15 working days of a rapid review leave out
    "psutil>=5.9",  # is the engine of this store still alive
]
WITH_WHEEL = (
    "(sys_platform == 'linux' and (platform_machine == 'x86_64' or platform_machine == 'aarch64'))"
    " or (sys_platform == 'darwin' and platform_machine == 'arm64')"
    " or (sys_platform == 'win32' and platform_machine == 'AMD64')"
)
musl = sys.platform == "linux" and platform.libc_ver()[0] != "glibc"
if not musl:
    REQUIRED.append(f"neo4j-rust-ext>=6.4; {WITH_WHEEL}")  # the codec in Rust: half the client's time
    REQUIRED.append(f"arcadedb-embedded==26.10.2.post1; {WITH_WHEEL}")  # the embedded engine, with its own Java

setup(install_requires=REQUIRED)
