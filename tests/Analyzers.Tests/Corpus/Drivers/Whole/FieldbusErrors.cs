// information is not the point
using System.Diagnostics.CodeAnalysis;

[InterruptDriver(VendorId = 0x15CF, DeviceId = 0x0000)]
public sealed partial class FieldbusErrors(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Telegram _telegram = new();
    private readonly byte[] _input = new byte[512];
    private int _badCrc;
    private int _cycles;
    private Exception? _kept;

    [MsiVector(0)]
    private void OnCycle(in Interrupt irq)
    {
        try
        {
            _cycles++;
            int length = _telegram.Read(_bar, _input); //p:CAUGHT TH4001
            if (!_telegram.TryParse(_input.AsSpan(0, length), out Process data)) //p:PARSE TH4002
            {
                _badCrc++;
                return;
            }

            Accept(in data); //p:HELPER TH4001 //p:EXPRESSION TH4001
        }
        catch (InvalidOperationException error) when (Keep(error)) //p:FILTER TH2006
        {
            _badCrc++;
        }
        finally
        {
            Acknowledge(); //p:FINALLY TH3005|TH2010
        }
    }

#if PLANTED_FILTER
    private bool Keep(Exception error) => (_kept = error).ToString().Length > 0;
#else
    private bool Keep(Exception error) => (_kept = error) is not null;
#endif

    private void Accept(in Process data)
    {
#if PLANTED_EXPRESSION
        _cycles += data.Count > 0 ? data.Count : throw new InvalidOperationException();
#elif PLANTED_HELPER
        if (data.Count == 0)
        {
            Fail(data.Count);
        }
#else
        if (data.Count == 0)
        {
            _badCrc++;
        }
#endif
    }

    [DoesNotReturn]
    private static void Fail(int count) => Raise($"no process data in {count}");

    [DoesNotReturn]
    private static void Raise(string text) => throw new InvalidOperationException(text);

    private void Acknowledge()
    {
        _bar.Write32(4, 1);
#if PLANTED_FINALLY
        _ = LaterAsync();
#endif
    }

    private async Task LaterAsync()
    {
        await Task.Yield();
        _bar.Write32(4, 0);
    }

    private readonly struct Process(int count)
    {
        public int Count => count;
    }

    private sealed class Telegram
    {
        private int _length;

        public int Read(Bar bar, Span<byte> into)
        {
            _length = (int)(bar.Read32(0) & 0x1FF);
            try
            {
                for (int i = 0; i < _length; i++)
                {
                    into[i] = bar.Read8((ulong)(64 + i));
                }

#if PLANTED_CAUGHT
                if (into[0] != 0x68)
                {
                    throw new FormatException();
                }
#endif
            }
            catch (FormatException)
            {
                _length = 0;
            }

            return _length;
        }

        public bool TryParse(ReadOnlySpan<byte> bytes, out Process data)
        {
#if PLANTED_PARSE
            data = new Process(int.Parse(bytes, provider: System.Globalization.CultureInfo.InvariantCulture));
#else
            data = new Process(System.Buffers.Text.Utf8Parser.TryParse(bytes, out int count, out _) ? count : 0);
#endif
            return data.Count > 0;
        }
    }
}
