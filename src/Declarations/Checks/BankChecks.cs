namespace TopHalf.Declarations;

/// <summary>Whether a further status register is declared so that its bits can be cleared.</summary>
internal static class BankChecks
{
    public static void Check(StatusBank bank, FaultSink faults)
    {
        Descriptor register = bank.Register;
        if (bank.Clear > BankClear.AtSource)
        {
            faults.Add(
                DeclarationRules.UnknownEnumValue,
                Anchor.Argument(register.Source, KnownNames.Clear),
                nameof(BankClear),
                (byte)bank.Clear,
                string.Join(", ", Enum.GetNames(typeof(BankClear))));
        }
        else
        {
            CheckClearOffset(bank, faults);
        }

        if (bank.First < 0)
        {
            faults.Add(DeclarationRules.AddressConflict, Anchor.Argument(register.Source, KnownNames.First), "indices count from 0");
        }
    }

    private static void CheckClearOffset(StatusBank bank, FaultSink faults)
    {
        Descriptor register = bank.Register;
        if (bank.ClearOffset is not { } offset)
        {
            // Offset 0 is a register like any other: what is not said is not guessed.
            if (bank.Clear == BankClear.EchoTo)
            {
                faults.Add(
                    DeclarationRules.AddressConflict,
                    Anchor.Argument(register.Source, KnownNames.Clear),
                    "BankClear.EchoTo writes to the register at ClearOffset, and there is none");
            }

            return;
        }

        var anchor = Anchor.Argument(register.Source, KnownNames.ClearOffset);
        if (bank.Clear != BankClear.EchoTo)
        {
            faults.Add(DeclarationRules.AddressConflict, anchor, "ClearOffset is where BankClear.EchoTo writes, and Clear is " + bank.Clear);
        }
        else if (register.Type <= RegisterType.Port32 && offset % register.Type.Bytes != 0)
        {
            faults.Add(DeclarationRules.OffsetUnaligned, anchor, offset, register.Type.Bytes, register.Type);
        }
        else if (register.Address is { IndexOffset: { } index } && index == offset)
        {
            faults.Add(DeclarationRules.AddressConflict, anchor, "the address register and the register that clears are two");
        }
    }
}
