package dev.orderwave.servicebus.internal.message;

/// The constructor bytes of the AMQP 1.0 types a broker meets in headers and annotations.
final class AmqpType {
    static final int DESCRIBED = 0x00;
    static final int NULL = 0x40;
    static final int UINT0 = 0x43;
    static final int ULONG0 = 0x44;
    static final int LIST0 = 0x45;
    static final int SMALL_UINT = 0x52;
    static final int SMALL_ULONG = 0x53;
    static final int SMALL_LONG = 0x55;
    static final int UINT = 0x70;
    static final int INT = 0x71;
    static final int ULONG = 0x80;
    static final int LONG = 0x81;
    static final int TIMESTAMP = 0x83;
    static final int UUID = 0x98;
    static final int BINARY8 = 0xa0;
    static final int STRING8 = 0xa1;
    static final int SYMBOL8 = 0xa3;
    static final int BINARY32 = 0xb0;
    static final int STRING32 = 0xb1;
    static final int SYMBOL32 = 0xb3;
    static final int LIST8 = 0xc0;
    static final int MAP8 = 0xc1;
    static final int LIST32 = 0xd0;
    static final int MAP32 = 0xd1;

    private AmqpType() {}
}
