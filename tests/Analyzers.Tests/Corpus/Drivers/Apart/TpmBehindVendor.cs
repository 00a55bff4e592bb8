// needs C# 14
// information is not the point
using Vendor;

[InterruptDriver(VendorId = 0x1AE0, DeviceId = 0x0028)]
public sealed partial class TpmBehindVendor(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Locality _locality = new(0);
    private readonly ResponseBuffer _response = new(4096);
    private readonly Session _session = new LoggedSession();
    private int _state;

    [MsiVector(0)]
    private void OnResponse(in Interrupt irq)
    {
        uint size = _bar.Read32(0x18);
        _locality.Active = 0; //p:SETTER TH6005
        _response.Length = (int)Math.Min(size, 4096);
        for (int i = 0; i < _response.Length; i++)
        {
            _response[i] = _bar.Read8(0x24); //p:INDEXER TH6005
        }

        Status status = Status.From(size); //p:UNKNOWN TH6005
        if (status == Status.Ready) //p:EQUALITY TH6005
        {
            Advance(); //p:DEEP TH6005
        }

        _session.OnData(_response.Length); //p:OVERRIDE TH3001
        _state += (int)(Duration)size; //p:CONVERSION TH6005
    }

    private void Advance() => _state = Pick(_state);

#if PLANTED_DEEP
    private static int Pick(int state) => Table.Next(state) is { Valid: true } step ? step.State : Table.Restart;
#else
    private static int Pick(int state) => state < Table.Restart ? state + 1 : Table.Restart;
#endif

    private sealed class LoggedSession : Session
    {
        private readonly object _gate = new();
        private long _bytes;

        protected override void Count(int bytes)
        {
#if PLANTED_OVERRIDE
            lock (_gate)
            {
                _bytes += bytes;
            }
#else
            _bytes += bytes + (_gate is null ? 1 : 0);
#endif
        }

        public override void OnData(int length) => Count(length);
    }
}

//--- library
namespace Vendor;

public sealed class Locality(int number)
{
    private int _active = number;

#if PLANTED_SETTER
    public int Active { get => _active; set => _active = value; }
#else
    [InterruptSafe]
    public int Active { get => _active; set => _active = value; }
#endif
}

public sealed class ResponseBuffer(int size)
{
    private readonly byte[] _bytes = new byte[size];

    public int Length;

#if PLANTED_INDEXER
    public byte this[int index] { get => _bytes[index]; set => _bytes[index] = value; }
#else
    [InterruptSafe]
    public byte this[int index] { get => _bytes[index]; set => _bytes[index] = value; }
#endif
}

#if PLANTED_EQUALITY
public readonly record struct Status(int Value)
{
    public const int Mask = 3;

    public static readonly Status Ready = new(1);

    [InterruptSafe]
    public static Status From(uint raw) => new((int)raw & Mask);
}
#elif PLANTED_UNKNOWN
public enum Status
{
    Idle,
    Ready,
}

public static class StatusExtensions
{
    extension(Status)
    {
        public static Status From(uint raw) => (Status)(raw & 3);
    }
}
#else
public readonly struct Status
{
    private readonly int _value;

    [InterruptSafe]
    private Status(int value) => _value = value;

    public static readonly Status Ready = new(1);

    [InterruptSafe]
    public static Status From(uint raw) => new((int)raw & 3);

    [InterruptSafe]
    public static bool operator ==(Status left, Status right) => left._value == right._value;

    [InterruptSafe]
    public static bool operator !=(Status left, Status right) => left._value != right._value;

    public override bool Equals(object? other) => other is Status status && status == this;

    public override int GetHashCode() => _value;
}
#endif

public readonly struct Step(int state)
{
    public int State => state;

    public bool Valid => state > 0;
}

public static class Table
{
    public const int Restart = 8;

    public static Step Next(int state) => new(state + 1);
}

public readonly struct Duration(uint ticks)
{
    private readonly uint _ticks = ticks;

#if PLANTED_CONVERSION
    public static explicit operator Duration(uint ticks) => new(ticks);
#else
    [InterruptSafe]
    public static explicit operator Duration(uint ticks) => new(ticks);
#endif

    [InterruptSafe]
    public static explicit operator int(Duration duration) => (int)duration._ticks;
}

public abstract class Session
{
    public virtual void OnData(int length) => Count(length);

    protected abstract void Count(int bytes);
}
