-- Whether the transaction's statements are planned each time by the sizes of that moment, or by plans that are kept.
-- SET LOCAL inside a function, as set_tenant does: it ends with the transaction, and on Citus it reaches the shards.
create function plan_anew(anew boolean) returns void
    language plpgsql as
$$
begin
    if anew then
        set local plan_cache_mode = force_custom_plan;
    else
        set local plan_cache_mode to default;
    end if;
end
$$;
