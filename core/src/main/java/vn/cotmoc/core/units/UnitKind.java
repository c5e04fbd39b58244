package vn.cotmoc.core.units;

import vn.cotmoc.core.measure.Coded;

/** What a unit is, which also says how far its members may report. */
public enum UnitKind implements Coded {
    /** Sở, ban, ngành: reports what is assigned to it. */
    DEPARTMENT,
    /** Ủy ban nhân dân of one commune, ward or special zone: reports what is assigned to it. */
    COMMUNE_COMMITTEE,
    /** Đơn vị tổng hợp: may report everything of the province. */
    COMPILER
}
