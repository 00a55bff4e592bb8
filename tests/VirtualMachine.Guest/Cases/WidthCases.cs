using System.Runtime.CompilerServices;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>
/// Accesses have the declared width whatever the caller does with the value: edu answers narrow accesses of its first 128 bytes
/// with 0. Its id register, read with 32 bits, is 0x010000ED.
/// </summary>
internal static class WidthCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("The_device_refuses_narrow_accesses", static guest =>
        {
            using VfioDevice device = VfioDevice.Open(guest.Device.Text);
            Check.Equal(0, device.GetBar(0).Read8(0));
            Check.Equal(0, device.GetBar(0).Read16(0));
        }),
        new("A_read_whose_caller_uses_a_part_is_as_wide_as_declared", static guest =>
        {
            using VfioDevice device = VfioDevice.Open(guest.Device.Text);
            Check.Equal("00ED ED 01 True True 237", PartsOfTheId(device.GetBar(0)));
        }),
    ];

    // Optimised at once, so that every pattern which the JIT narrows is compiled as it is in the end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string PartsOfTheId(Bar bar)
    {
        uint low = bar.Read32(0) & 0xFFFF;
        byte lowest = (byte)bar.Read32(0);
        uint top = bar.Read32(0) >> 24;
        bool bit = (bar.Read32(0) & 0x40) != 0;
        bool equal = (ushort)bar.Read32(0) == 0x00ED;
        int signed = (sbyte)bar.Read32(0) & 0xFF;
        return $"{low:X4} {lowest:X2} {top:X2} {bit} {equal} {signed}";
    }
}
