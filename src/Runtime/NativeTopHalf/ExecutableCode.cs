namespace TopHalf;

/// <summary>
/// The routine of top_half.c in memory that can be executed and, from then on, not be written: once for the process, and kept,
/// since threads may be in it until the process ends.
/// </summary>
internal static unsafe class ExecutableCode
{
    private static readonly object Gate = new();
    private static nint _address;

    /// <summary>Enters the routine; after <see cref="Prepare"/>. Its thread waits for no garbage collection.</summary>
    public static delegate* unmanaged[Cdecl]<TopHalfState*, long> Run
        => (delegate* unmanaged[Cdecl]<TopHalfState*, long>)(_address + TopHalfCode.Entry);

    /// <summary>Puts it there, if it is not there already.</summary>
    /// <returns>0, or the errno.</returns>
    public static int Prepare()
    {
        lock (Gate)
        {
            if (_address != 0)
            {
                return 0;
            }

            ReadOnlySpan<byte> code = TopHalfCode.Bytes;
            nint memory = SystemCall.MapMemory((nuint)code.Length);
            if (memory is < 0 and > -4096)
            {
                return (int)-memory;
            }

            code.CopyTo(new Span<byte>((void*)memory, code.Length));
            int result = SystemCall.Protect(memory, (nuint)code.Length, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionExecute);
            if (result < 0)
            {
                _ = SystemCall.Unmap(memory, (nuint)code.Length);
                return -result;
            }

            _address = memory;
            return 0;
        }
    }
}
