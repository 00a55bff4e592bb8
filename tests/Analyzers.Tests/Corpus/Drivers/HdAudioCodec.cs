namespace Sound;

/// <summary>Answers of audio codecs: solicited ones complete a verb, others are jacks that were plugged.</summary>
[InterruptDriver(VendorId = 0x8086)]
[DeviceBar(0, 0x4000)]
internal sealed partial class HdAudioDriver(PciDevice device, nint responses)
{
    private const uint Status = 0x5D;
    private const uint WritePointer = 0x58;
    private const int RingSize = 256;

    private readonly Bar _registers = device.GetBar(0);
    private readonly unsafe ulong* _responses = (ulong*)responses;
    private readonly uint[] _answers = new uint[16];
    private readonly int[] _answered = new int[16];
    private uint _read;
    private uint _jacks;

    public uint Jacks => Volatile.Read(ref _jacks);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio8, bar: 0, offset: Status, mask: 5)]
    [IrqAck(RegisterType.Mmio8, bar: 0, offset: Status, mask: 5, Clear = IrqClear.Echo)]
    private unsafe void OnResponse(in Interrupt irq)
    {
        uint write = _registers.Read16(WritePointer) & (uint)(RingSize - 1);
        while (_read != write)
        {
            _read = (_read + 1) & (RingSize - 1);
            ulong response = _responses[_read];
            int codec = (int)(response >> 32) & 15;
            if ((response & (1ul << 36)) == 0)
            {
                _answers[codec] = (uint)response;
                Volatile.Write(ref _answered[codec], 1);
            }
            else
            {
                OnJack(codec, (uint)response); //p TH2010 //? TH3005
            }
        }
    }

    private void OnJack(int codec, uint response)
    {
        bool isPlugged = (response & 0x8000_0000) != 0;
        uint bit = 1u << codec;
        Volatile.Write(ref _jacks, isPlugged ? _jacks | bit : _jacks & ~bit);
#if PLANTED
        SwitchLater(codec);
#endif
    }

#if PLANTED
    private async void SwitchLater(int codec)
    {
        await Task.Yield();
        _registers.Write32(0x60, (uint)codec);
    }
#endif
}
