using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Registers that are managed code, for native code to call: those of simulated cards.</summary>
/// <remarks>Any thread may call; the disposal must come after the last call.</remarks>
internal sealed unsafe class CalledRegisters : IDisposable
{
    private const int Failed = -1;

    private readonly Func<ulong, int, ulong> _read;
    private readonly Action<ulong, int, ulong> _write;
    private GCHandle _handle;

    /// <param name="read">Reads at an offset, so many bytes wide.</param>
    /// <param name="write">Writes likewise.</param>
    public CalledRegisters(Func<ulong, int, ulong> read, Action<ulong, int, ulong> write)
    {
        _read = read;
        _write = write;
        _handle = GCHandle.Alloc(this);
    }

    /// <summary>What native code calls: owner, offset, width, whether it writes, the value, and where the error goes.</summary>
    public static delegate* unmanaged[Cdecl]<nint, ulong, int, int, ulong, int*, ulong> Function => &Access;

    /// <summary>What the last failed access threw.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>The registers behind a location's owner.</summary>
    public static CalledRegisters Of(RegisterLocation location) => (CalledRegisters)GCHandle.FromIntPtr((nint)location.Owner).Target!;

    public RegisterLocation At(ulong offset, int width)
        => new(offset, (ulong)GCHandle.ToIntPtr(_handle), RegisterLocationKind.Call, width);

    public void Dispose()
    {
        if (_handle.IsAllocated)
        {
            _handle.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ulong Access(nint owner, ulong offset, int width, int write, ulong value, int* error)
    {
        var registers = (CalledRegisters)GCHandle.FromIntPtr(owner).Target!;
        try
        {
            if (write == 0)
            {
                return registers._read(offset, width);
            }

            registers._write(offset, width, value);
        }
#pragma warning disable CA1031 // Nothing may be thrown through native code; the top half ends, and its thread throws this.
        catch (Exception e)
#pragma warning restore CA1031
        {
            registers.Thrown = e;
            *error = Failed;
        }

        return 0;
    }
}
