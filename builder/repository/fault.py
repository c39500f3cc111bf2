"""What stops a command, in words the writer can act on."""

import errno

__all__ = ["RepositoryError", "disk_fault"]


class RepositoryError(Exception):
    """Git or the disk does not let us go on. The text is Swedish and says what to do."""


DISK_FAULTS = {
    errno.ENOSPC: "Disken är full. Frigör plats och kör igen.",
    errno.EDQUOT: "Ditt utrymme på disken är slut. Frigör plats och kör igen.",
    errno.EACCES: "Behörighet saknas. Välj en annan plats, eller be den som äger mappen om behörighet.",
    errno.EPERM: "Behörighet saknas. Välj en annan plats, eller be den som äger mappen om behörighet.",
    errno.EROFS: "Disken är skrivskyddad. Välj en annan plats.",
    errno.ENOTDIR: "En del av sökvägen är en fil och inte en mapp. Välj en annan plats.",
    errno.EEXIST: "En del av sökvägen är en fil och inte en mapp. Välj en annan plats.",
    errno.EISDIR: "Där finns redan en mapp. Välj ett annat filnamn.",
    errno.ENAMETOOLONG: "Namnet är för långt. Välj ett kortare.",
    errno.ENOENT: "Platsen finns inte. Kontrollera sökvägen.",
}


def disk_fault(what: str, error: OSError) -> RepositoryError:
    """A fault of the disk: `what` is what could not be done, without a full stop."""
    remedy = DISK_FAULTS.get(error.errno or 0, f"Datorn svarar: {error.strerror or error}.")
    return RepositoryError(f"{what}. {remedy}")
