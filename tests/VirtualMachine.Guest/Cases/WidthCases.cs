using System.Runtime.CompilerServices;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>
/// Accesses have the declared width whatever the caller does with the value: edu answers narrow reads with 0 and drops narrow
/// writes in its first 128 bytes, and takes 32 or 64 bits above. Its id register, read with 32 bits, is 0x010000ED.
/// </summary>
/// <remarks>Run by the JIT and, compiled ahead of time, by NativeAOT.</remarks>
internal static class WidthCases
{
    // edu answers with what was written last, inverted.
    private const uint Liveness = 0x04;

    // Where its DMA reads from: 64 bits, and nothing at 0x84, which reads all ones.
    private const uint DmaSource = 0x80;

    // Optimised at once, so that every pattern which a compiler narrows is compiled as it is in the end.
    private const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Narrow_accesses_are_narrow_and_the_device_refuses_them", guest => WithEdu(guest, NarrowAccesses)),
        new("A_read_whose_caller_uses_a_part_is_as_wide_as_declared", guest => WithEdu(guest, PartsOf32)),
        new("A_write_of_a_small_value_is_as_wide_as_declared", guest => WithEdu(guest, Writes32)),
        new("A_64_bit_access_is_one_access_whatever_part_is_used", guest => WithEdu(guest, PartsOf64)),
    ];

    private static void WithEdu(GuestContext guest, Action<Bar> check)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        check(device.GetBar(0));
    }

    [MethodImpl(Compiled)]
    private static void NarrowAccesses(Bar bar)
    {
        Check.Equal((0, 0), (bar.Read8(0), bar.Read16(0)));
        bar.Write32(Liveness, 0x1234_5678);
        bar.Write8(Liveness, 0xFF);
        bar.Write16(Liveness, 0xFFFF);
        Check.Equal(~0x1234_5678u, bar.Read32(Liveness));
    }

    [MethodImpl(Compiled)]
    private static void PartsOf32(Bar bar)
    {
        uint low = bar.Read32(0) & 0xFFFF;
        byte lowest = (byte)bar.Read32(0);
        uint top = bar.Read32(0) >> 24;
        bool bit = (bar.Read32(0) & 0x40) != 0;
        bool equal = (ushort)bar.Read32(0) == 0x00ED;
        int signed = (sbyte)bar.Read32(0) & 0xFF;
        Check.Equal("00ED ED 01 True True 237", $"{low:X4} {lowest:X2} {top:X2} {bit} {equal} {signed}");
    }

    [MethodImpl(Compiled)]
    private static void Writes32(Bar bar)
    {
        for (int value = 0; value < 256; value += 51)
        {
            bar.Write32(Liveness, (byte)value);
            Check.Equal(~(uint)value, bar.Read32(Liveness));
        }

        bar.Write32(Liveness, (bar.Read32(Liveness) & ~0xFFu) | 0x12);
        Check.Equal(0xEDu, bar.Read32(Liveness) & 0xFF);
    }

    [MethodImpl(Compiled)]
    private static void PartsOf64(Bar bar)
    {
        bar.Write64(DmaSource, 0x0123_4567_89AB_CDEF);
        Check.Equal(0x0123_4567_89AB_CDEFul, bar.Read64(DmaSource));
        Check.Equal(uint.MaxValue, bar.Read32(DmaSource + 4));
        byte lowest = (byte)bar.Read64(DmaSource);
        ushort low = (ushort)bar.Read64(DmaSource);
        uint high = (uint)(bar.Read64(DmaSource) >> 32);
        byte highest = (byte)(bar.Read64(DmaSource) >> 56);
        bool bit = (bar.Read64(DmaSource) & (1ul << 40)) != 0;
        Check.Equal("EF CDEF 01234567 01 True", $"{lowest:X2} {low:X4} {high:X8} {highest:X2} {bit}");
    }
}
