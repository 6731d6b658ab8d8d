"""The sample pages are as they were given, byte by byte."""

from __future__ import annotations

import hashlib

from models.resources import SEEDS

GIVEN = {
    "000_de1bad5646875071.txt": "10b32d117cbaead51e8732288c8cae0a867ad52e6af02944e9506dbbd5a379c7",
    "001_de71848435e16e4a.txt": "bb0e71b799d6812786f0a0667044364c3cbb5ac9a0c7f9b9bf3df7f10bd000a8",
    "002_b27ce5d9fa878942.txt": "51c5cc5c05c0f0b87cdca6e23ef3ca3252778b730a5169d09e35a4fb9cf5f8f3",
    "003_860893bbd665fbc3.txt": "4924b663370e8e7f2989910cf6cd33732c4397da41093fd88bdcf05ceda71669",
    "004_25280e2dbb0dc82d.txt": "9513b78c90c3ff2346601c38616035eabc063f8d0d1243f5e6119705034f662d",
}


def test_seeds_are_unaltered() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")}
    assert found == GIVEN, "Restore the sample pages: git checkout -- seeds"
