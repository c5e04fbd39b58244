package vn.cotmoc.deploy;

import vn.cotmoc.local.LocalKeycloak;

/** What the person reads once everything runs: the address, the users, how a script gets in. */
final class Welcome {

    private Welcome() {}

    static String text(DemoOptions options) {
        return """

                  Cột Mốc   %1$s   opens as of %4$s

                  Log in as one of these; the password is %3$s for all.
                    Lào Cai              lc.chuyenvien  lc.duyet   lc.quytac    lc.quantri      lc.xem
                    Điện Biên            db.chuyenvien  db.duyet   db.quytac    db.quantri      db.xem
                    Lai Châu             lch.chuyenvien lch.duyet  lch.quytac   lch.quantri     lch.xem
                    Dữ liệu mô phỏng     mp.chuyenvien  mp.duyet   mp.quytac    mp.quantri      mp.xem
                    one department       lc.nongnghiep
                    (what they may do)   enter figures  approve    change rules administer      read
                    Ministry             bo.xem (reads the national overview)
                                         bo.quytac  bo.thamdinh (read it and write national rules)
                    Platform             nen.tang (opens provinces)
                    Special cases        hai.tinh (two provinces)   khong.tinh (none)

                  The API, from a script:
                    TOKEN=$(curl -s %2$s/realms/cotmoc/protocol/openid-connect/token \\
                      -d client_id=cotmoc-cli -d grant_type=password -d scope='openid organization' \\
                      -d username=lc.chuyenvien -d password=%3$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                    curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/v1/me

                  Ctrl-C stops everything and keeps the data; ./cotmoc reset forgets them.
                """.formatted(
                        options.origin(),
                        "http://localhost:" + options.keycloakPort(),
                        LocalKeycloak.DEMO_PASSWORD,
                        options.asOf().map(Object::toString).orElse("today"));
    }
}
