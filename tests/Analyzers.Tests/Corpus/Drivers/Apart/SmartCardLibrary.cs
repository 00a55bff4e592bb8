// information is not the point
using Cards;

[InterruptDriver(VendorId = 0x1524, DeviceId = 0x0530)]
public sealed partial class SmartCardLibrary : CardDriver
{
    private static readonly Visitor<int> s_count = static (in Block block, ref int sum) => sum += Weigh(block.Length); //p:VISITOR TH3001

    private readonly Bar _bar;
    private readonly Action<int> _note;
    private int _sum;

    public SmartCardLibrary(PciDevice device)
        : base(device)
    {
        _bar = device.GetBar(1);
        _note = Note;
    }

    [MsiVector(0)]
    private void OnBlock(in Interrupt irq)
    {
        uint length = _bar.Read32(0x8);
        Received += length; //p:INHERITED TH6005
        Blocks.Visit(in Buffer, ref _sum, s_count); //p:VISITVIRTUAL TH6005
        Blocks.Post(_sum, _note); // it promises not to call it
        if (length > 256)
        {
            OnError((int)length); //p:ERRORBASE TH6005
        }

        Answer answer = new() { Code = 0x90, Text = default }; //p:INITPROPERTY TH6005
        _bar.Write32(0xC, Encode(answer)); //p:HELPER TH6005 //p:INITPROPERTY TH6005
    }

    private static int Weigh(int length)
    {
#if PLANTED_VISITOR
        lock (s_count)
        {
            return length;
        }
#else
        return length;
#endif
    }

    private void Note(int value) => Console.WriteLine(value);

    protected override void OnError(int code)
    {
        _sum = code;
#if PLANTED_ERRORBASE
        base.OnError(code);
#endif
    }

#if PLANTED_HELPER
    private static uint Encode(Answer answer) => answer.Pack();
#else
    private static uint Encode(Answer answer) => (uint)answer.Code << 8 | (answer.Text.IsEmpty ? 0u : 1u);
#endif
}

//--- library
namespace Cards;

[InterruptSafe]
public delegate void Visitor<TState>(in Block block, ref TState state);

public readonly struct Block(int length)
{
    [InterruptSafe]
    public int Length => length;
}

public struct Answer
{
    private int _code;

#if PLANTED_INITPROPERTY
    public int Code { readonly get => _code; init => _code = value; }
#else
    [InterruptSafe]
    public int Code { readonly get => _code; init => _code = value; }
#endif

    public ReadOnlyMemory<char> Text;

    public readonly uint Pack() => (uint)_code;
}

public static class Blocks
{
#if PLANTED_VISITVIRTUAL
    public static void Visit<TState>(in Block block, ref TState state, Visitor<TState> visitor) => visitor(in block, ref state);
#else
    [InterruptSafe]
    public static void Visit<TState>(in Block block, ref TState state, Visitor<TState> visitor) => visitor(in block, ref state);
#endif

    private static readonly (int Value, Action<int> Action)[] s_posted = new (int, Action<int>)[16];
    private static int s_next;

    [InterruptSafe]
    public static void Post(int value, Action<int> action) => s_posted[s_next++ & 15] = (value, action);
}

public abstract class CardDriver(PciDevice device)
{
    protected readonly PciDevice Device = device;
    protected Block Buffer;

#if PLANTED_INHERITED
    protected long Received { get; set; }
#else
    protected long Received;
#endif

    protected virtual void OnError(int code) => Console.Error.WriteLine(code);
}
