/* The names of comparators, kinds, forces and roles, one table each. */
#include "facts/facts.h"

static const char *const cmps[] = { "=", ">=", "<=", "<", ">", "~" };
static const char *const kinds[] = { "target", "baseline", "condition", "other" };
static const char *const forces[] = { "binding", "expected" };
static const char *const roles[] = { "lead", "support", "responsible", "implement" };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool find(const char *const *names, size_t n, zw_str name, size_t *i)
{
    for (*i = 0; *i < n; ++*i) {
        if (zw_str_eq(zw_str_of(names[*i]), name))
            return true;
    }
    return false;
}

const char *zw_cmp_name(zw_cmp cmp)
{
    return cmps[cmp];
}

const char *zw_figure_kind_name(zw_figure_kind kind)
{
    return kinds[kind];
}

const char *zw_force_name(zw_force force)
{
    return force == ZW_FORCE_NONE ? NULL : forces[force - 1];
}

const char *zw_role_name(zw_role role)
{
    return roles[role];
}

bool zw_cmp_of(zw_str name, zw_cmp *cmp)
{
    size_t i;
    if (!find(cmps, COUNT(cmps), name, &i))
        return false;
    *cmp = (zw_cmp)i;
    return true;
}

bool zw_figure_kind_of(zw_str name, zw_figure_kind *kind)
{
    size_t i;
    if (!find(kinds, COUNT(kinds), name, &i))
        return false;
    *kind = (zw_figure_kind)i;
    return true;
}

bool zw_force_of(zw_str name, zw_force *force)
{
    size_t i;
    if (!find(forces, COUNT(forces), name, &i))
        return false;
    *force = (zw_force)(i + 1);
    return true;
}

bool zw_role_of(zw_str name, zw_role *role)
{
    size_t i;
    if (!find(roles, COUNT(roles), name, &i))
        return false;
    *role = (zw_role)i;
    return true;
}
