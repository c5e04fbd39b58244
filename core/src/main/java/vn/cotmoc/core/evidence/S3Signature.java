package vn.cotmoc.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests without a query as AWS describes it (Signature Version 4, AWS4-HMAC-SHA256). Paths hold only characters that need
 * no escape.
 */
record S3Signature(String region, String accessKey, String secretKey) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    /** @param sha256 of the body */
    Map<String, String> headers(String method, URI address, String sha256, Instant now) {
        String time = TIME.format(now);
        String day = time.substring(0, 8);
        String scope = "%s/%s/s3/aws4_request".formatted(day, region);
        String request = String.join(
                "\n",
                method,
                address.getRawPath(),
                "",
                "host:" + address.getRawAuthority(),
                "x-amz-content-sha256:" + sha256,
                "x-amz-date:" + time,
                "",
                SIGNED,
                sha256);
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, Sha256.of(request.getBytes(UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String part : new String[] {day, region, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return Map.of(
                "x-amz-content-sha256",
                sha256,
                "x-amz-date",
                time,
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(accessKey, scope, SIGNED, HexFormat.of().formatHex(hmac(key, toSign))));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public String toString() {
        return "S3Signature of %s".formatted(region);
    }
}
