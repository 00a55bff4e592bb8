namespace Fabric;

/// <summary>Credits of a link between two boards: a state machine with a table of transitions.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x1000)]
internal sealed partial class InterconnectDriver(PciDevice device)
{
    private const uint Cause = 0x00;
    private const uint Command = 0x04;
    private const uint Credits = 0x08;

    private readonly Bar _registers = device.GetBar(0);
    private LinkState _state;
    private uint _credits;
    private int _transitions;

    public int Transitions => Volatile.Read(ref _transitions);

    private static ReadOnlySpan<byte> Table =>
    [
        1, 0, 0, 3,
        1, 2, 0, 3,
        2, 2, 1, 3,
        3, 3, 0, 3,
    ];

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 3, Clear = IrqClear.Echo)]
    private void OnLink(in Interrupt irq)
    {
        int input = (int)irq.Status & 3;
        LinkState next = Next(_state, input);
        if (next != _state)
        {
            Enter(next); //p TH2014 //? TH2003
        }

        _credits += _registers.Read32(Credits);
    }

    private static LinkState Next(LinkState state, int input) => (LinkState)Table[((int)state * 4) + input];

    private void Enter(LinkState state)
    {
#if PLANTED
        dynamic code = (uint)state;
        _registers.Write32(Command, code);
#else
        _registers.Write32(Command, (uint)state);
#endif
        _state = state;
        Volatile.Write(ref _transitions, _transitions + 1);
    }

    private enum LinkState : byte
    {
        Down,
        Training,
        Up,
        Failed,
    }
}
