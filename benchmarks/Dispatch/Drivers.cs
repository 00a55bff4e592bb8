using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>4 vectors, each with a handler of its own.</summary>
[InterruptDriver]
public sealed partial class Driver4
{
    private readonly long[] _counts = new long[4];

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    /// <summary>The same handlers as delegates, by vector.</summary>
    public Handler[] Handlers =>
    [
        On0, On1, On2, On3,
    ];

    private void Count(int handler, in Interrupt irq) => _counts[handler] += irq.Signals;

    [MsiVector(0)]
    private void On0(in Interrupt irq) => Count(0, in irq);

    [MsiVector(1)]
    private void On1(in Interrupt irq) => Count(1, in irq);

    [MsiVector(2)]
    private void On2(in Interrupt irq) => Count(2, in irq);

    [MsiVector(3)]
    private void On3(in Interrupt irq) => Count(3, in irq);
}

/// <summary>32 vectors, each with a handler of its own.</summary>
[InterruptDriver]
public sealed partial class Driver32
{
    private readonly long[] _counts = new long[32];

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    /// <summary>The same handlers as delegates, by vector.</summary>
    public Handler[] Handlers =>
    [
        On0, On1, On2, On3, On4, On5, On6, On7, On8, On9, On10, On11, On12, On13, On14, On15,
        On16, On17, On18, On19, On20, On21, On22, On23, On24, On25, On26, On27, On28, On29, On30, On31,
    ];

    private void Count(int handler, in Interrupt irq) => _counts[handler] += irq.Signals;

    [MsiVector(0)]
    private void On0(in Interrupt irq) => Count(0, in irq);

    [MsiVector(1)]
    private void On1(in Interrupt irq) => Count(1, in irq);

    [MsiVector(2)]
    private void On2(in Interrupt irq) => Count(2, in irq);

    [MsiVector(3)]
    private void On3(in Interrupt irq) => Count(3, in irq);

    [MsiVector(4)]
    private void On4(in Interrupt irq) => Count(4, in irq);

    [MsiVector(5)]
    private void On5(in Interrupt irq) => Count(5, in irq);

    [MsiVector(6)]
    private void On6(in Interrupt irq) => Count(6, in irq);

    [MsiVector(7)]
    private void On7(in Interrupt irq) => Count(7, in irq);

    [MsiVector(8)]
    private void On8(in Interrupt irq) => Count(8, in irq);

    [MsiVector(9)]
    private void On9(in Interrupt irq) => Count(9, in irq);

    [MsiVector(10)]
    private void On10(in Interrupt irq) => Count(10, in irq);

    [MsiVector(11)]
    private void On11(in Interrupt irq) => Count(11, in irq);

    [MsiVector(12)]
    private void On12(in Interrupt irq) => Count(12, in irq);

    [MsiVector(13)]
    private void On13(in Interrupt irq) => Count(13, in irq);

    [MsiVector(14)]
    private void On14(in Interrupt irq) => Count(14, in irq);

    [MsiVector(15)]
    private void On15(in Interrupt irq) => Count(15, in irq);

    [MsiVector(16)]
    private void On16(in Interrupt irq) => Count(16, in irq);

    [MsiVector(17)]
    private void On17(in Interrupt irq) => Count(17, in irq);

    [MsiVector(18)]
    private void On18(in Interrupt irq) => Count(18, in irq);

    [MsiVector(19)]
    private void On19(in Interrupt irq) => Count(19, in irq);

    [MsiVector(20)]
    private void On20(in Interrupt irq) => Count(20, in irq);

    [MsiVector(21)]
    private void On21(in Interrupt irq) => Count(21, in irq);

    [MsiVector(22)]
    private void On22(in Interrupt irq) => Count(22, in irq);

    [MsiVector(23)]
    private void On23(in Interrupt irq) => Count(23, in irq);

    [MsiVector(24)]
    private void On24(in Interrupt irq) => Count(24, in irq);

    [MsiVector(25)]
    private void On25(in Interrupt irq) => Count(25, in irq);

    [MsiVector(26)]
    private void On26(in Interrupt irq) => Count(26, in irq);

    [MsiVector(27)]
    private void On27(in Interrupt irq) => Count(27, in irq);

    [MsiVector(28)]
    private void On28(in Interrupt irq) => Count(28, in irq);

    [MsiVector(29)]
    private void On29(in Interrupt irq) => Count(29, in irq);

    [MsiVector(30)]
    private void On30(in Interrupt irq) => Count(30, in irq);

    [MsiVector(31)]
    private void On31(in Interrupt irq) => Count(31, in irq);
}

/// <summary>64 vectors, each with a handler of its own.</summary>
[InterruptDriver]
public sealed partial class Driver64
{
    private readonly long[] _counts = new long[64];

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    /// <summary>The same handlers as delegates, by vector.</summary>
    public Handler[] Handlers =>
    [
        On0, On1, On2, On3, On4, On5, On6, On7, On8, On9, On10, On11, On12, On13, On14, On15,
        On16, On17, On18, On19, On20, On21, On22, On23, On24, On25, On26, On27, On28, On29, On30, On31,
        On32, On33, On34, On35, On36, On37, On38, On39, On40, On41, On42, On43, On44, On45, On46, On47,
        On48, On49, On50, On51, On52, On53, On54, On55, On56, On57, On58, On59, On60, On61, On62, On63,
    ];

    private void Count(int handler, in Interrupt irq) => _counts[handler] += irq.Signals;

    [MsiVector(0)]
    private void On0(in Interrupt irq) => Count(0, in irq);

    [MsiVector(1)]
    private void On1(in Interrupt irq) => Count(1, in irq);

    [MsiVector(2)]
    private void On2(in Interrupt irq) => Count(2, in irq);

    [MsiVector(3)]
    private void On3(in Interrupt irq) => Count(3, in irq);

    [MsiVector(4)]
    private void On4(in Interrupt irq) => Count(4, in irq);

    [MsiVector(5)]
    private void On5(in Interrupt irq) => Count(5, in irq);

    [MsiVector(6)]
    private void On6(in Interrupt irq) => Count(6, in irq);

    [MsiVector(7)]
    private void On7(in Interrupt irq) => Count(7, in irq);

    [MsiVector(8)]
    private void On8(in Interrupt irq) => Count(8, in irq);

    [MsiVector(9)]
    private void On9(in Interrupt irq) => Count(9, in irq);

    [MsiVector(10)]
    private void On10(in Interrupt irq) => Count(10, in irq);

    [MsiVector(11)]
    private void On11(in Interrupt irq) => Count(11, in irq);

    [MsiVector(12)]
    private void On12(in Interrupt irq) => Count(12, in irq);

    [MsiVector(13)]
    private void On13(in Interrupt irq) => Count(13, in irq);

    [MsiVector(14)]
    private void On14(in Interrupt irq) => Count(14, in irq);

    [MsiVector(15)]
    private void On15(in Interrupt irq) => Count(15, in irq);

    [MsiVector(16)]
    private void On16(in Interrupt irq) => Count(16, in irq);

    [MsiVector(17)]
    private void On17(in Interrupt irq) => Count(17, in irq);

    [MsiVector(18)]
    private void On18(in Interrupt irq) => Count(18, in irq);

    [MsiVector(19)]
    private void On19(in Interrupt irq) => Count(19, in irq);

    [MsiVector(20)]
    private void On20(in Interrupt irq) => Count(20, in irq);

    [MsiVector(21)]
    private void On21(in Interrupt irq) => Count(21, in irq);

    [MsiVector(22)]
    private void On22(in Interrupt irq) => Count(22, in irq);

    [MsiVector(23)]
    private void On23(in Interrupt irq) => Count(23, in irq);

    [MsiVector(24)]
    private void On24(in Interrupt irq) => Count(24, in irq);

    [MsiVector(25)]
    private void On25(in Interrupt irq) => Count(25, in irq);

    [MsiVector(26)]
    private void On26(in Interrupt irq) => Count(26, in irq);

    [MsiVector(27)]
    private void On27(in Interrupt irq) => Count(27, in irq);

    [MsiVector(28)]
    private void On28(in Interrupt irq) => Count(28, in irq);

    [MsiVector(29)]
    private void On29(in Interrupt irq) => Count(29, in irq);

    [MsiVector(30)]
    private void On30(in Interrupt irq) => Count(30, in irq);

    [MsiVector(31)]
    private void On31(in Interrupt irq) => Count(31, in irq);

    [MsiVector(32)]
    private void On32(in Interrupt irq) => Count(32, in irq);

    [MsiVector(33)]
    private void On33(in Interrupt irq) => Count(33, in irq);

    [MsiVector(34)]
    private void On34(in Interrupt irq) => Count(34, in irq);

    [MsiVector(35)]
    private void On35(in Interrupt irq) => Count(35, in irq);

    [MsiVector(36)]
    private void On36(in Interrupt irq) => Count(36, in irq);

    [MsiVector(37)]
    private void On37(in Interrupt irq) => Count(37, in irq);

    [MsiVector(38)]
    private void On38(in Interrupt irq) => Count(38, in irq);

    [MsiVector(39)]
    private void On39(in Interrupt irq) => Count(39, in irq);

    [MsiVector(40)]
    private void On40(in Interrupt irq) => Count(40, in irq);

    [MsiVector(41)]
    private void On41(in Interrupt irq) => Count(41, in irq);

    [MsiVector(42)]
    private void On42(in Interrupt irq) => Count(42, in irq);

    [MsiVector(43)]
    private void On43(in Interrupt irq) => Count(43, in irq);

    [MsiVector(44)]
    private void On44(in Interrupt irq) => Count(44, in irq);

    [MsiVector(45)]
    private void On45(in Interrupt irq) => Count(45, in irq);

    [MsiVector(46)]
    private void On46(in Interrupt irq) => Count(46, in irq);

    [MsiVector(47)]
    private void On47(in Interrupt irq) => Count(47, in irq);

    [MsiVector(48)]
    private void On48(in Interrupt irq) => Count(48, in irq);

    [MsiVector(49)]
    private void On49(in Interrupt irq) => Count(49, in irq);

    [MsiVector(50)]
    private void On50(in Interrupt irq) => Count(50, in irq);

    [MsiVector(51)]
    private void On51(in Interrupt irq) => Count(51, in irq);

    [MsiVector(52)]
    private void On52(in Interrupt irq) => Count(52, in irq);

    [MsiVector(53)]
    private void On53(in Interrupt irq) => Count(53, in irq);

    [MsiVector(54)]
    private void On54(in Interrupt irq) => Count(54, in irq);

    [MsiVector(55)]
    private void On55(in Interrupt irq) => Count(55, in irq);

    [MsiVector(56)]
    private void On56(in Interrupt irq) => Count(56, in irq);

    [MsiVector(57)]
    private void On57(in Interrupt irq) => Count(57, in irq);

    [MsiVector(58)]
    private void On58(in Interrupt irq) => Count(58, in irq);

    [MsiVector(59)]
    private void On59(in Interrupt irq) => Count(59, in irq);

    [MsiVector(60)]
    private void On60(in Interrupt irq) => Count(60, in irq);

    [MsiVector(61)]
    private void On61(in Interrupt irq) => Count(61, in irq);

    [MsiVector(62)]
    private void On62(in Interrupt irq) => Count(62, in irq);

    [MsiVector(63)]
    private void On63(in Interrupt irq) => Count(63, in irq);
}
