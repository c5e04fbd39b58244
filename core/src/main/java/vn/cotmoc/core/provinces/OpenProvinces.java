package vn.cotmoc.core.provinces;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.cotmoc.core.tenancy.TenantId;

/** Remembers open provinces, which never change; each request asks for its own. One that is not open is asked for again. */
@Singleton
public final class OpenProvinces {

    private final Map<TenantId, Province> known = new ConcurrentHashMap<>();
    private final ProvinceStore provinces;

    OpenProvinces(ProvinceStore provinces) {
        this.provinces = provinces;
    }

    /** Answers without the database for a province that was found before. */
    public Optional<Province> find(TenantId id) {
        Optional<Province> province = Optional.ofNullable(known.get(id)).or(() -> provinces.find(id));
        province.ifPresent(found -> known.put(id, found));
        return province;
    }
}
