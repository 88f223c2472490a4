package id.loket.notice.sms;

import id.loket.platform.db.StartFailure;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which way SMS go; {@code docs/configuration.md} lists the environment variables.
 *
 * @param gateway null: the file in the demo, elsewhere none
 * @param smpp    needed by {@code SMPP} only
 * @param http    needed by {@code HTTP} only
 */
@ConfigurationProperties("loket.sms")
record SmsSettings(Gateway gateway, SmppSettings smpp, HttpSettings http) {

    enum Gateway {
        FILE,
        SMPP,
        HTTP
    }

    SmsSettings {
        if (gateway == Gateway.SMPP) {
            require(smpp != null, "LOKET_SMS_GATEWAY is smpp, so the SMS centre is needed: set LOKET_SMS_SMPP_HOST");
            smpp.check();
        }
        if (gateway == Gateway.HTTP) {
            require(http != null, "LOKET_SMS_GATEWAY is http, so the gateway's address is needed: set LOKET_SMS_HTTP_URL");
            http.check();
        }
    }

    static void require(boolean held, String message) {
        if (!held) {
            throw new StartFailure(message, null);
        }
    }
}
