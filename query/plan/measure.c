/* What a query wants of one measure: 主题:户籍 工具:需求型 asks for a measure that is both. */
#include "query/plan/planner.h"

static bool measure_zone(const zw_node *node, zw_zone *zone)
{
    static const struct zone_of {
        zw_field_id field;
        zw_zone zone;
    } zones[] = { { ZW_F_MEASURE, ZW_ZONE_MEASURE },
                  { ZW_F_VERB, ZW_ZONE_VERB },
                  { ZW_F_TOPIC, ZW_ZONE_TOPIC },
                  { ZW_F_INSTRUMENT, ZW_ZONE_INSTRUMENT } };
    bool one = node->kind == ZW_NODE_FIELD && node->kids.n == 1 && !node->kids.at[0]->star;
    for (size_t i = 0; one && i < sizeof zones / sizeof *zones; i++) {
        *zone = zones[i].zone;
        if (zones[i].field == node->field->id)
            return true;
    }
    return false;
}

size_t zw_plan_measure_fields(const zw_node *node)
{
    zw_zone zone;
    size_t n = 0;
    if (node->kind != ZW_NODE_AND)
        return measure_zone(node, &zone);
    for (size_t i = 0; i < node->kids.n; i++)
        n += measure_zone(node->kids.at[i], &zone);
    return n;
}

static zw_status texts_of(zw_planner *p, const zw_node *node, zw_check *kid)
{
    zw_strs texts = { 0 };
    zw_xquery unused;
    zw_str value = node->kids.at[0]->text, *slot;
    zw_status s = ZW_OK;
    if (kid->zone == ZW_ZONE_TOPIC || kid->zone == ZW_ZONE_INSTRUMENT) {
        s = zw_plan_label_names(p, node, &texts);
    } else if (kid->zone == ZW_ZONE_MEASURE && node->kids.at[0]->kind == ZW_NODE_WORD) {
        s = zw_plan_words_in(p, value, ZW_F_MEASURE, &unused, &texts);
    } else {
        slot = zw_array_add(p->arena, &texts);
        s = slot ? zw_planner_fold(p, value, slot) : zw_err_nomem(p->err);
    }
    for (size_t i = 0; s == ZW_OK && i < texts.n; i++)
        s = zw_planner_check_text(p, kid, texts.at[i]);
    return s;
}

static zw_status add_kid(zw_planner *p, const zw_node *node, zw_check **check)
{
    zw_zone zone;
    if (!measure_zone(node, &zone))
        return ZW_OK;
    if (!*check)
        *check = zw_planner_check(p, ZW_CHECK_MEASURE);
    zw_check *kid = *check ? zw_planner_check(p, ZW_CHECK_RUN) : NULL;
    zw_check **slot = kid ? zw_array_add(p->arena, &(*check)->kids) : NULL;
    if (!slot)
        return zw_err_nomem(p->err);
    kid->zone = zone;
    *slot = kid;
    return texts_of(p, node, kid);
}

zw_status zw_plan_measure(zw_planner *p, const zw_node *node, zw_check **check)
{
    zw_status s = ZW_OK;
    *check = NULL;
    if (node->kind != ZW_NODE_AND)
        return add_kid(p, node, check);
    for (size_t i = 0; s == ZW_OK && i < node->kids.n; i++)
        s = add_kid(p, node->kids.at[i], check);
    return s;
}
