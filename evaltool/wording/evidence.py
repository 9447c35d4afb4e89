"""What became of the files that were named as evidence, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

EVIDENCE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "evidence.changed": (
            N_(
                "“{name}”的佐证文件“{path}”在录入之后有改动：原为 {size} 字节（SHA-256 {sha}），"
                "现为 {now_size} 字节（{now_sha}）"
            ),
            N_("确需更新的，请清空佐证材料后重新填写；否则请换回原来的文件"),
        ),
        "evidence.gone": (
            N_("找不到“{name}”的佐证文件“{path}”"),
            N_("请把文件放回原处，或重新填写佐证材料"),
        ),
        "evidence.unread": (
            N_("“{name}”的佐证文件“{path}”读不出来，无从核对"),
            N_("请关闭占用它的程序、核对权限，再重新填写佐证材料"),
        ),
        "evidence.folder": (
            N_("“{name}”的佐证材料“{path}”是文件夹：只看它在不在，不核对其中的内容"),
            N_("要核对内容的，请逐个填写文件，以分号隔开"),
        ),
    }
)
