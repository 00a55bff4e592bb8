// information is not the point
using Engines;

[InterruptDriver(VendorId = 0x177D, DeviceId = 0x0A30)]
public sealed partial class CryptoLibrary
{
    private readonly Bar _bar;
    private readonly Engine<Aes> _engine;
    private readonly Audit _audit = new();
    private int _done;

    public CryptoLibrary(PciDevice device)
    {
        _bar = device.GetBar(0);
        _engine = new LocalEngine(_bar);
    }

    [MsiVector(0, Count = 4)]
    private void OnRequest(in Interrupt irq)
    {
        Result result = _engine.Collect(irq.Index);
        (int tag, bool ok) = result; //p:DECONSTRUCT TH6005
        if (ok && result is { Words: [var first, ..] }) //p:LISTPATTERN TH6005
        {
            _done += Fold(first); //p:ARGUMENT TH6005
        }

        foreach (uint word in result.Words) //p:ENUMERATOR TH6005
        {
            _done ^= (int)word;
        }

        _audit.Write($"tag {tag}"); //p:HANDLER TH6005
        _done += Limits.Depth + (int)Mode.Gcm + Limits.Table[0];
    }

    private static int Fold(Digest digest) => digest.Raw;

    private sealed class LocalEngine(Bar bar) : Engine<Aes>
    {
        private readonly object _gate = new();

        [InterruptSafe]
        public override Result Collect(int slot)
        {
            uint raw = bar.Read32((ulong)slot * 8);
            return Check(raw) ? new Result { Tag = slot } : default; //p:TEMPLATE TH3001
        }

        protected override bool Check(uint raw)
        {
#if PLANTED_TEMPLATE
            lock (_gate)
            {
                return raw != 0;
            }
#else
            return raw != 0 && _gate is not null;
#endif
        }
    }
}

internal sealed class Replay : IVerifier
{
    private int _seen;

#if PLANTED_DEFAULTMEMBER
    public bool Verify(uint word) => new List<uint> { word, (uint)_seen++ }.Count > 1; //! TH2001
#else
    public bool Verify(uint word) => word > _seen++;
#endif
}

//--- library
namespace Engines;

public enum Mode
{
    Cbc,
    Gcm,
}

public static class Limits
{
    public const int Depth = 16;

    public static readonly int[] Table = [1, 2, 3];
}

public struct Aes
{
}

public interface IVerifier
{
    [InterruptSafe]
    bool Verify(uint word);

    bool VerifyAll(ReadOnlySpan<uint> words) => words.Length > 0 && Verify(words[0]);
}

public abstract class Engine<T>
    where T : struct
{
    [InterruptSafe]
    public abstract Result Collect(int slot);

    protected abstract bool Check(uint raw);
}

public struct Result
{
    public int Tag;

#if PLANTED_DECONSTRUCT
    public readonly void Deconstruct(out int tag, out bool ok) => (tag, ok) = (Tag, Tag > 0);
#else
    [InterruptSafe]
    public readonly void Deconstruct(out int tag, out bool ok) => (tag, ok) = (Tag, Tag > 0);
#endif

    [InterruptSafe]
    public readonly Words Words => default;
}

public readonly struct Words
{
#if PLANTED_LISTPATTERN
    public int Length => 4;
#else
    [InterruptSafe]
    public int Length => 4;
#endif

    [InterruptSafe]
    public uint this[int index] => (uint)index;

    [InterruptSafe]
    public WordEnumerator GetEnumerator() => default;
}

#if PLANTED_ENUMERATOR
#else
[InterruptSafe]
#endif
public struct WordEnumerator
{
    private int _at;

    public readonly uint Current => (uint)_at;

    public bool MoveNext() => ++_at < 4;
}

public readonly struct Digest(int raw)
{
    [InterruptSafe]
    public int Raw => raw;

#if PLANTED_ARGUMENT
#else
    [InterruptSafe]
#endif
    public static implicit operator Digest(uint word) => new((int)word);
}

public sealed class Audit
{
    private int _length;

    [InterruptSafe]
    public void Write(AuditText text) => _length += text.Length;
}

[InterpolatedStringHandler]
#if PLANTED_HANDLER
#else
[InterruptSafe]
#endif
public ref struct AuditText(int literals, int holes)
{
    public int Length = literals + holes;

    public void AppendLiteral(string text) => Length += text.Length;

    public void AppendFormatted<T>(T value) => Length++;
}
