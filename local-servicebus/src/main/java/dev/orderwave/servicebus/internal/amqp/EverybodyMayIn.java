package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.SaslListener;
import org.apache.qpid.proton.engine.Transport;

/// The server's side of SASL: offers what the SDKs know and accepts whatever they present.
final class EverybodyMayIn implements SaslListener {
    static void authenticate(Transport transport) {
        var sasl = transport.sasl();
        sasl.server();
        sasl.setMechanisms("MSSBCBS", "ANONYMOUS", "PLAIN", "EXTERNAL");
        sasl.setListener(new EverybodyMayIn());
    }

    @Override
    public void onSaslInit(Sasl sasl, Transport transport) {
        sasl.done(Sasl.PN_SASL_OK);
    }

    @Override
    public void onSaslMechanisms(Sasl sasl, Transport transport) {}

    @Override
    public void onSaslChallenge(Sasl sasl, Transport transport) {}

    @Override
    public void onSaslResponse(Sasl sasl, Transport transport) {}

    @Override
    public void onSaslOutcome(Sasl sasl, Transport transport) {}
}
